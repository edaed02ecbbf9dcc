package org.orders.replay.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryTest {

  @ParameterizedTest
  @CsvSource({
    "United Kingdom,GB",
    "EIRE,IE",
    "RSA,ZA",
    "Channel Islands,JE",
    "USA,US",
    "Germany,DE",
    "Czech Republic,CZ",
    "Hong Kong,HK",
    "United Arab Emirates,AE",
    "Saudi Arabia,SA",
    "France,FR",
    "Netherlands,NL",
    "Korea,KR",
    "Lebanon,LB",
    "Bahrain,BH",
    "GB,GB",
    "iceland,IS",
    "Malta,MT",
    "Australia,AU",
    "Norway,NO",
    "Switzerland,CH",
    "Spain,ES",
    "Poland,PL",
    "Portugal,PT",
    "Italy,IT",
    "Belgium,BE",
    "Lithuania,LT",
    "Japan,JP",
    "Denmark,DK",
    "Cyprus,CY",
    "Sweden,SE",
    "Austria,AT",
    "Israel,IL",
    "Finland,FI",
    "Greece,GR",
    "Singapore,SG",
    "Canada,CA",
    "Brazil,BR",
    "Nigeria,NG",
    "Bermuda,BM",
    "Thailand,TH"
  })
  void aNameMeansACountry(String name, String code) {
    assertThat(Country.named(name)).isEqualTo(new Country(code, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"European Community", "Unspecified", "West Indies", "Atlantis"})
  void whatIsNoCountryIsKeptAsARegionOfTheSellers(String name) {
    assertThat(Country.named(name)).isEqualTo(new Country("GB", name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void noCountryIsTheSellersWithoutARegion(String name) {
    assertThat(Country.named(name)).isEqualTo(new Country("GB", null));
  }
}
