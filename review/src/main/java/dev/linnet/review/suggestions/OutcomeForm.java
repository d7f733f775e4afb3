package dev.linnet.review.suggestions;

import dev.linnet.review.web.InputException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The form in which the figures of what was shared are told. */
public final class OutcomeForm {
    /** What it asks for. */
    public static final List<String> FIGURES = List.of("reposts", "likes", "clicks");

    private OutcomeForm() {}

    /** The figures that were filled in. */
    static Map<String, Double> read(UnaryOperator<String> fields) {
        Map<String, Double> figures = new HashMap<>();
        for (String name : FIGURES) {
            String given = fields.apply(name).strip();
            if (!given.isEmpty()) {
                if (!given.matches("\\d{1,12}")) {
                    throw new InputException("The " + name + " must be a whole number, 0 or more.");
                }
                figures.put(name, Double.parseDouble(given));
            }
        }
        if (figures.isEmpty()) {
            throw new InputException("Fill in at least one figure.");
        }
        return figures;
    }
}
