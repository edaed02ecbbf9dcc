package org.orders.application.story;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StoryTest {

  @Property(tries = 300)
  void whateverHappensNothingIsLostAndNothingIsSoldTwice(@ForAll("stories") List<Step> story) {
    new Story(new UseCaseTill()).tell(story);
  }

  @Provide
  Arbitrary<List<Step>> stories() {
    return Stories.ofLength(10, 60);
  }
}
