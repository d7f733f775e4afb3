package dev.linnet.nlp.profanity;

/** What is wrong with a word. */
public enum Kind {
    /** Swearing and insults. */
    PROFANE,
    /** Sexual acts and parts, in coarse words. */
    SEXUAL,
    /** Slurs against people for what they are. */
    HATEFUL,
    /** The user's own word. */
    OWN
}
