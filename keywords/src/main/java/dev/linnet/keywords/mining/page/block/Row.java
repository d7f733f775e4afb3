package dev.linnet.keywords.mining.page.block;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The features of one block while they are gathered. */
final class Row {
    private final @Nullable List<String> names;
    private float[] values;
    private int size;

    /** A row that begins with these values; the names of what is added go into the list, if there is one. */
    Row(float[] begin, @Nullable List<String> names) {
        this.names = names;
        this.values = Arrays.copyOf(begin, begin.length + 160);
        this.size = begin.length;
    }

    void add(String name, double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, values.length * 2);
        }
        values[size++] = (float) value;
        if (names != null) {
            names.add(name);
        }
    }

    void add(String name, boolean value) {
        add(name, value ? 1 : 0);
    }

    float[] values() {
        return Arrays.copyOf(values, size);
    }
}
