package org.orders.domain.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a state machine answers to every trigger in every state, as text for people: a table and a
 * Mermaid diagram.
 */
public final class TransitionTable {

  /** Nothing happens, and that is well. */
  public static final String STAYS = "stays";

  /** The table has no such transition. */
  public static final String REFUSED = "-";

  private final List<String> triggers;
  private final Map<String, List<String>> rows = new LinkedHashMap<>();

  public TransitionTable(List<String> triggers) {
    this.triggers = List.copyOf(triggers);
  }

  /** Adds a state with what it answers to each trigger: a state's name, or one of the two above. */
  public void add(String state, List<String> answers) {
    rows.put(state, List.copyOf(answers));
  }

  /** A line for each state, a column for each trigger. */
  public String text() {
    List<List<String>> table = new ArrayList<>();
    List<String> head = new ArrayList<>(triggers);
    head.addFirst("");
    table.add(head);
    rows.forEach(
        (state, answers) -> {
          List<String> line = new ArrayList<>(answers);
          line.addFirst(state);
          table.add(line);
        });
    return table.stream().map(line -> line(line, table)).collect(Collectors.joining());
  }

  private static String line(List<String> cells, List<List<String>> table) {
    StringBuilder text = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      int at = column;
      int width = table.stream().mapToInt(line -> line.get(at).length()).max().orElse(0);
      text.append(cells.get(column)).repeat(' ', width - cells.get(column).length() + 2);
    }
    return text.toString().stripTrailing() + "\n";
  }

  /** The transitions alone; a state that nothing leaves is an end. */
  public String mermaid() {
    StringBuilder text = new StringBuilder("stateDiagram-v2\n");
    text.append("    [*] --> ").append(rows.keySet().iterator().next()).append('\n');
    rows.forEach(
        (state, answers) -> {
          Map<String, List<String>> targets = targets(answers);
          targets.forEach(
              (target, by) ->
                  text.append("    %s --> %s: %s%n".formatted(state, target, join(by))));
          if (targets.isEmpty()) {
            text.append("    ").append(state).append(" --> [*]\n");
          }
        });
    return text.toString().replace("\r\n", "\n");
  }

  private Map<String, List<String>> targets(List<String> answers) {
    Map<String, List<String>> targets = new LinkedHashMap<>();
    for (int column = 0; column < answers.size(); column++) {
      String answer = answers.get(column);
      if (!answer.equals(STAYS) && !answer.equals(REFUSED)) {
        targets.computeIfAbsent(answer, target -> new ArrayList<>()).add(triggers.get(column));
      }
    }
    return targets;
  }

  private static String join(List<String> triggers) {
    return String.join(", ", triggers);
  }
}
