package dev.linnet.nlp.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.neural.rnn.RNNCoreAnnotations;
import edu.stanford.nlp.sentiment.SentimentCostAndGradient;
import edu.stanford.nlp.sentiment.SentimentModel;
import edu.stanford.nlp.trees.LabeledScoredTreeNode;
import edu.stanford.nlp.trees.Tree;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RecursiveNetworkTest {
    private static SentimentModel model;
    private static RecursiveNetwork network;

    @BeforeAll
    static void load() {
        model = SentimentModel.loadSerialized("edu/stanford/nlp/models/sentiment/sentiment.ser.gz");
        network = RecursiveNetwork.of(model);
    }

    @Test
    void flatEvaluationEqualsCoreNlpsOwnOnTheSameTrees() {
        List<String> vocabulary = model.wordVectors.keySet().stream().sorted().toList();
        Random random = new Random(7);
        for (int length : new int[] {1, 2, 3, 4, 5, 8, 13, 27, 80}) {
            List<String> words = IntStream.range(0, length)
                    .mapToObj(i -> i % 6 == 5 ? "zzunheardof" : vocabulary.get(random.nextInt(vocabulary.size())))
                    .toList();

            float[] flat = network.classes(words);
            SimpleMatrix own = corenlp(words);

            for (int c = 0; c < flat.length; c++) {
                assertThat((double) flat[c]).as("class %d of %s", c, words).isCloseTo(own.get(c), within(1e-4));
            }
        }
    }

    @Test
    void aSentenceWithoutAWordIsRefused() {
        assertThatThrownBy(() -> network.classes(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static SimpleMatrix corenlp(List<String> words) {
        Tree tree = balanced(words);
        new SentimentCostAndGradient(model, null).forwardPropagateTree(tree);
        return RNNCoreAnnotations.getPredictions(tree);
    }

    private static Tree balanced(List<String> words) {
        LabeledScoredTreeNode node = new LabeledScoredTreeNode(label("X"));
        if (words.size() == 1) {
            node.addChild(new LabeledScoredTreeNode(label(words.get(0))));
            return node;
        }
        int middle = words.size() / 2;
        node.addChild(balanced(words.subList(0, middle)));
        node.addChild(balanced(words.subList(middle, words.size())));
        return node;
    }

    private static CoreLabel label(String value) {
        CoreLabel label = new CoreLabel();
        label.setValue(value);
        label.setWord(value);
        return label;
    }
}
