package dev.linnet.nlp.sentiment;

/** Models of CoreNLP that Linnet leaves out for their size, and how they are added. */
final class ExtraModels {
    private static final String CENTRAL = "https://repo1.maven.org/maven2/edu/stanford/nlp/stanford-corenlp/4.5.10/";

    private ExtraModels() {}

    /**
     * Does nothing when a model is on the classpath.
     *
     * @throws IllegalStateException when it is not; the message says which jar has it, where to get it and where to put it
     */
    static void require(String mode, String model, String jar, String what) {
        if (ExtraModels.class.getClassLoader().getResource(model) == null) {
            throw new IllegalStateException("The sentiment mode '" + mode + "' needs " + what
                    + ", which Linnet leaves out for its size. Fetch " + CENTRAL + jar
                    + " (about 450 MB) and name the file in"
                    + " LINNET_CLASSPATH, or in a container put it into /opt/linnet/lib; or choose the mode 'fast'");
        }
    }
}
