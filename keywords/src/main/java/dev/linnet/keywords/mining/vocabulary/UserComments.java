package dev.linnet.keywords.mining.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** What a person wrote beside the keys and values of a YAML file, so that it can be written again. */
final class UserComments {
    private static final Set<String> HEAD =
            VocabularyWriter.HEAD.lines().map(String::strip).collect(Collectors.toUnmodifiableSet());

    private UserComments() {}

    /** The comments above a node and within it, in order; those at the end of a line come out as lines of their own. */
    static List<String> of(Node node) {
        List<String> lines = new ArrayList<>();
        add(node.getBlockComments(), lines);
        add(node.getInLineComments(), lines);
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                lines.addAll(of(tuple.getKeyNode()));
                lines.addAll(of(tuple.getValueNode()));
            }
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> lines.addAll(of(item)));
        }
        add(node.getEndComments(), lines);
        return lines;
    }

    /** The comments of a whole file but for those of its keywords, as {@link VocabularyFile#notes()} has them. */
    static Map<String, List<String>> notes(Node root) {
        Map<String, List<String>> notes = new HashMap<>();
        List<String> first = new ArrayList<>();
        add(root.getBlockComments(), first);
        if (root instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                List<String> lines = of(tuple.getKeyNode());
                boolean isFirst =
                        tuple.getKeyNode() == mapping.getValue().get(0).getKeyNode();
                (isFirst ? first : notes.computeIfAbsent(key, any -> new ArrayList<>())).addAll(lines);
                if (tuple.getValueNode() instanceof SequenceNode list && !key.equals("keywords")) {
                    items(key, list, notes);
                }
            }
        }
        add(root.getEndComments(), first);
        first.removeIf(line -> HEAD.contains(line.strip()));
        notes.put("", first);
        notes.values().removeIf(List::isEmpty);
        return notes;
    }

    private static void items(String key, SequenceNode list, Map<String, List<String>> notes) {
        for (Node item : list.getValue()) {
            if (item instanceof ScalarNode scalar) {
                String name =
                        key.equals("trusted") ? Names.handle(scalar.getValue()) : Names.keyword(scalar.getValue());
                notes.computeIfAbsent(key + "/" + name, any -> new ArrayList<>())
                        .addAll(of(item));
            }
        }
    }

    private static void add(@Nullable List<CommentLine> found, List<String> lines) {
        if (found != null) {
            found.stream()
                    .filter(line -> line.getCommentType() != CommentType.BLANK_LINE)
                    .map(line -> "#" + line.getValue())
                    .filter(line -> line.length() > 1)
                    .forEach(lines::add);
        }
    }
}
