package org.orders.replay.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orders.replay.Samples;
import org.orders.replay.file.FileTotal;
import org.orders.replay.file.InvoiceFile;
import org.orders.replay.file.LineProblem;
import org.orders.replay.plan.Step.AdjustStock;
import org.orders.replay.plan.Step.CancelOrders;
import org.orders.replay.plan.Step.PlaceOrder;

class PlannerTest {

  @Test
  void anInvoiceIsAnOrderWithItsNumberAsReference() {
    var order = onlyOrder("536365,A,x,6,d,2.55,17850,France", "536365,B,x,2,d,1.00,17850,France");
    assertThat(order.reference()).isEqualTo("536365");
    assertThat(order.buyer()).isEqualTo(new Buyer("17850", new Country("FR", null)));
    assertThat(order.lines()).containsExactly(line("A", "2.55", 6), line("B", "1.00", 2));
    assertThat(order.total()).isEqualByComparingTo("17.30");
  }

  @Test
  void theSameCodeAtOnePriceIsMerged() {
    var order = onlyOrder("1,A,x,6,d,2.55,1,UK", "1,B,x,1,d,1,1,UK", "1,A,x,4,d,2.554,1,UK");
    assertThat(order.lines()).containsExactly(line("A", "2.55", 10), line("B", "1.00", 1));
  }

  @Test
  void codesThatDifferInCaseAreDifferentProducts() {
    var plan = plan("1,85123A,x,6,d,2.55,1,UK", "1,85123a,x,1,d,2.95,1,UK");
    assertThat(plan.products()).extracting(Product::code).containsExactly("85123A", "85123a");
    assertThat(orders(plan).getFirst().lines()).hasSize(2);
  }

  @Test
  void aSecondPriceOfACodeGoesToAFurtherOrder() {
    var plan =
        plan(
            "1,A,x,1,d,2.55,1,UK",
            "1,A,x,1,d,2.10,1,UK",
            "1,B,x,1,d,1,1,UK",
            "1,A,x,1,d,3,1,UK",
            "1,B,x,1,d,2,1,UK");
    assertThat(orders(plan)).extracting(PlaceOrder::reference).containsExactly("1", "1/2", "1/3");
    assertThat(orders(plan))
        .extracting(PlaceOrder::lines)
        .containsExactly(
            List.of(line("A", "2.55", 1), line("B", "1.00", 1)),
            List.of(line("A", "2.10", 1), line("B", "2.00", 1)),
            List.of(line("A", "3.00", 1)));
  }

  @Test
  void moreThanAMillionPiecesGoToFurtherOrders() {
    var plan = plan("1,A,x,2000001,d,0.01,1,UK");
    assertThat(orders(plan))
        .extracting(order -> order.lines().getFirst().quantity())
        .containsExactly(1_000_000L, 1_000_000L, 1L);
    assertThat(plan.orderTotal()).isEqualByComparingTo("20000.01");
  }

  @Test
  void moreLinesThanAnOrderHoldsGoToAFurtherOrder() {
    var rows = new String[2_001];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = "1,CODE" + i + ",x,1,d,1,1,UK";
    }
    assertThat(orders(plan(rows)))
        .extracting(order -> order.lines().size())
        .containsExactly(2_000, 1);
  }

  @Test
  void rowsOfAnInvoiceThatStandApartAreOneOrder() {
    var plan = plan("1,A,x,1,d,1,,UK", "2,A,x,1,d,1,,UK", "1,B,x,1,d,1,,UK");
    assertThat(orders(plan)).extracting(PlaceOrder::reference).containsExactly("1", "2");
    assertThat(orders(plan).getFirst().lines()).hasSize(2);
  }

  @Test
  void adjustmentsAreNeverOrderLines() {
    var plan =
        plan(
            "1,A,x,6,d,2.55,1,UK",
            "1,GIFT,GIVEN,2,d,0,1,UK",
            "2,A, damages ,-3,d,0,,UK",
            "3,A,,4,d,0,,UK");
    assertThat(plan.steps().subList(1, 4))
        .containsExactly(
            new AdjustStock(3, "GIFT", 2, "GIVEN"),
            new AdjustStock(4, "A", -3, "damages"),
            new AdjustStock(5, "A", 4, ""));
    assertThat(orders(plan)).singleElement().extracting(PlaceOrder::lines).asList().hasSize(1);
  }

  @Test
  void anAdjustmentOfMoreThanAMillionPiecesIsSplit() {
    assertThat(plan("1,A,lost,-1500000,d,0,,UK").steps())
        .containsExactly(
            new AdjustStock(2, "A", -1_000_000, "lost"), new AdjustStock(2, "A", -500_000, "lost"));
  }

  @Test
  void aCreditNoteWithExactlyTheLinesOfAnEarlierInvoiceCancelsAllItsOrders() {
    var plan =
        plan(
            "1,A,x,6,d,2.55,17850.0,UK",
            "1,A,x,1,d,2.10,17850.0,UK",
            "1,POST,x,1,d,18,17850.0,UK",
            "C2,POST,x,-1,d,18,17850,UK",
            "C2,A,x,-2,d,2.55,17850,UK",
            "C2,A,x,-1,d,2.10,17850,UK",
            "C2,A,x,-4,d,2.55,17850,UK");
    assertThat(orders(plan)).hasSize(2);
    assertThat(plan.steps().getLast()).isEqualTo(new CancelOrders(5, "C2", orders(plan)));
    assertThat(plan.credits()).isEqualTo(new Credits(0, BigDecimal.ZERO));
    assertThat(course(plan, "A").cancelled()).isEqualTo(7);
    assertThat(course(plan, "A").change()).isZero();
  }

  @Test
  void anInvoiceIsCancelledOnceAndTheLatestFirst() {
    var plan =
        plan(
            "1,A,x,6,d,2.55,1,UK",
            "2,A,x,6,d,2.55,1,UK",
            "C3,A,x,-6,d,2.55,1,UK",
            "C4,A,x,-6,d,2.55,1,UK",
            "C5,A,x,-6,d,2.55,1,UK");
    var orders = orders(plan);
    assertThat(plan.steps().subList(2, 5))
        .containsExactly(
            new CancelOrders(4, "C3", List.of(orders.get(1))),
            new CancelOrders(5, "C4", List.of(orders.get(0))),
            new AdjustStock(6, "A", 6, "credit C5"));
  }

  @Test
  void whatIsNotExactlyAnEarlierInvoiceIsACredit() {
    for (var creditNote :
        List.of(
            "C2,A,x,-5,d,2.55,1,UK",
            "C2,A,x,-7,d,2.55,1,UK",
            "C2,A,x,-6,d,2.10,1,UK",
            "C2,a,x,-6,d,2.55,1,UK",
            "C2,A,x,-6,d,2.55,2,UK",
            "C2,A,x,-6,d,2.55,,UK",
            "C2,A,x,-6,d,2.55,1,UK\nC2,B,x,-1,d,1,1,UK")) {
      var plan = plan("1,A,x,6,d,2.55,1,UK", creditNote, "3,A,x,6,d,2.55,1,UK");
      assertThat(plan.steps()).as(creditNote).noneMatch(CancelOrders.class::isInstance);
      assertThat(plan.credits().lines()).as(creditNote).isPositive();
    }
  }

  @Test
  void aGuestsCreditNoteIsACreditEvenWhereTheLinesAreThoseOfAGuestsInvoice() {
    var plan = plan("1,A,x,6,d,2.55,,UK", "C2,A,x,-6,d,2.55,,UK");
    assertThat(plan.steps().getLast()).isEqualTo(new AdjustStock(3, "A", 6, "credit C2"));
  }

  @Test
  void aCreditNoteBeforeItsInvoiceCancelsNothing() {
    var plan = plan("C2,A,x,-6,d,2.55,1,UK", "3,A,x,6,d,2.55,1,UK");
    assertThat(plan.steps().getFirst()).isEqualTo(new AdjustStock(2, "A", 6, "credit C2"));
  }

  @Test
  void aCreditOfGoodsBringsPiecesBackAndOneOfOthersOnlyMoney() {
    var plan =
        plan(
            "C1,A,LANTERN,-3,d,2.55,1,UK",
            "C1,D,Discount,-1,d,27.5,1,UK",
            "C2,m,Manual,-2,d,1.5,1,UK",
            "C3,AMAZONFEE,AMAZON FEE,-1,d,13541.33,,UK");
    assertThat(plan.steps()).containsExactly(new AdjustStock(2, "A", 3, "credit C1"));
    assertThat(plan.products())
        .extracting(Product::code, Product::name, Product::price)
        .containsExactly(tuple("A", "LANTERN", new BigDecimal("2.55")));
    assertThat(plan.credits()).isEqualTo(new Credits(4, new BigDecimal("13579.48")));
  }

  @Test
  void feesWithAPositivePriceAreOrdinaryLines() {
    assertThat(onlyOrder("1,BANK CHARGES,Bank Charges,1,d,15,,UK").lines())
        .containsExactly(line("BANK CHARGES", "15.00", 1));
  }

  @Test
  void theOpeningStockLetsNoRowRunShort() {
    var plan =
        plan(
            "1,A,lost,-30,d,0,,UK",
            "2,A,x,10,d,1,,UK",
            "3,A,found,100,d,0,,UK",
            "4,A,x,95,d,1,1,UK",
            "C5,A,x,-95,d,1,1,UK",
            "6,A,x,95,d,1,1,UK",
            "7,B,found,5,d,0,,UK");
    assertThat(course(plan, "A").needed()).isEqualTo(40);
    assertThat(course(plan, "A").change()).isEqualTo(-35);
    assertThat(course(plan, "B").needed()).isZero();
  }

  @Test
  void aProductIsCalledAsItsFirstSaleCallsItAndNeverAsAnAdjustmentDoes() {
    var plan =
        plan(
            "1,A,damages,-1,d,0,,UK",
            "C2,A,FROM A CREDIT,-1,d,9,,UK",
            "3,A,,1,d,2,,UK",
            "4,A,?,1,d,3,,UK",
            "5,A, LANTERN ,1,d,4,,UK",
            "6,A,LAMP,1,d,5,,UK",
            "7,B,found,1,d,0,,UK",
            "8,C,?,1,d,1.005,,UK");
    assertThat(plan.products())
        .extracting(Product::code, Product::name, product -> product.price().toString())
        .containsExactly(
            tuple("A", "LANTERN", "2.00"), tuple("B", "B", "0"), tuple("C", "C", "1.01"));
  }

  @Test
  void whatCannotBeReplayedIsReportedWithItsLine() {
    var plan =
        plan(
            "A563186,B,Adjust bad debt,1,d,-11062.06,,UK",
            "1,A,x,0,d,1,,UK",
            "2,,x,1,d,1,,UK",
            "3," + "9".repeat(65) + ",x,1,d,1,,UK",
            "4,A,x,1,d,1,,UK");
    assertThat(plan.problems()).extracting(LineProblem::line).containsExactly(2, 3, 4, 5);
    assertThat(orders(plan)).hasSize(1);
  }

  @Test
  void roundedPricesAreListed() {
    var plan = plan("1,A,x,1,d,0.001,,UK", "1,B,x,1,d,0.01,,UK", "C2,C,x,-1,d,0.125,,UK");
    assertThat(plan.rounded()).extracting(row -> row.code()).containsExactly("A", "C");
    assertThat(plan.orderTotal()).isEqualByComparingTo("0.01");
  }

  @Test
  void aCustomerLivesWhereTheirFirstInvoiceGoes() {
    var plan = plan("1,A,x,1,d,1,7,France", "2,A,x,1,d,1,7,EIRE", "C3,A,x,-1,d,1,8,UK");
    assertThat(plan.customers()).containsOnlyKeys("7").containsEntry("7", new Country("FR", null));
    assertThat(orders(plan).getLast().buyer().country().code()).isEqualTo("IE");
  }

  @Test
  void theOrdersOfWholeFilesComeToTheirTotal() throws IOException {
    for (var path : List.of(Samples.REAL, Samples.EVERY_RULE)) {
      var rows = InvoiceFile.read(path).rows();
      assertThat(Planner.plan(rows).orderTotal()).isEqualByComparingTo(FileTotal.of(rows));
    }
    assertThat(FileTotal.of(InvoiceFile.read(Samples.REAL).rows()))
        .isEqualByComparingTo("85137.66");
    assertThat(FileTotal.of(InvoiceFile.read(Samples.EVERY_RULE).rows()))
        .isEqualByComparingTo("12584.86");
  }

  private static Plan plan(String... rows) {
    var file =
        InvoiceFile.parse(
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
                + String.join("\n", rows));
    assertThat(file.problems()).isEmpty();
    return Planner.plan(file.rows());
  }

  private static PlaceOrder onlyOrder(String... rows) {
    var orders = orders(plan(rows));
    assertThat(orders).hasSize(1);
    return orders.getFirst();
  }

  private static List<PlaceOrder> orders(Plan plan) {
    return plan.steps().stream()
        .filter(PlaceOrder.class::isInstance)
        .map(PlaceOrder.class::cast)
        .toList();
  }

  private static StockCourse course(Plan plan, String code) {
    return plan.products().stream()
        .filter(product -> product.code().equals(code))
        .findFirst()
        .orElseThrow()
        .course();
  }

  private static OrderLine line(String code, String price, long quantity) {
    return new OrderLine(code, new BigDecimal(price), quantity);
  }
}
