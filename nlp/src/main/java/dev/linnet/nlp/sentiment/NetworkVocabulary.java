package dev.linnet.nlp.sentiment;

/** The English words that CoreNLP's recursive network has a vector for, as film reviews write them. */
public final class NetworkVocabulary {
    private NetworkVocabulary() {}

    /** Whether a word is among them, written exactly like this; a name mostly is with its capital only. */
    public static boolean has(String word) {
        return RecursiveNetwork.shared().knows(word);
    }
}
