package dev.linnet.pipeline.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Finds the secrets that are written in a configuration itself instead of {@code ${VARIABLE}}. */
public final class LiteralSecrets {
    private static final Set<String> SECRETS = Set.of("password", "token");
    private static final String RECEIVERS = "alerts.notify";

    private LiteralSecrets() {}

    /** Their keys, such as {@code console.password}; none where the file is not a configuration. */
    public static List<String> in(Path file) {
        List<String> keys = new ArrayList<>();
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(Files.readString(file)));
            if (root != null) {
                collect("", root, keys);
            }
        } catch (IOException | YAMLException e) {
            return List.of();
        }
        return keys.stream().distinct().toList();
    }

    private static void collect(String path, Node node, List<String> keys) {
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> collect(path, item, keys));
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    collect(path.isEmpty() ? key.getValue() : path + "." + key.getValue(), entry.getValueNode(), keys);
                }
            }
        } else if (node instanceof ScalarNode scalar && isSecret(path) && isLiteral(scalar)) {
            keys.add(path);
        }
    }

    /** The address of a webhook is a secret too: who knows it can write there. */
    private static boolean isSecret(String path) {
        return SECRETS.contains(path.substring(path.lastIndexOf('.') + 1)) || path.equals(RECEIVERS + ".url");
    }

    private static boolean isLiteral(ScalarNode value) {
        return !Tag.NULL.equals(value.getTag())
                && !value.getValue().isBlank()
                && !value.getValue().contains("${");
    }
}
