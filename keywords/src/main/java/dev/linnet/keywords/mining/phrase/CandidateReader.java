package dev.linnet.keywords.mining.phrase;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what the ranking of one text's keyphrases needs: the candidates, the graph of words, the profile. */
final class CandidateReader implements SpanReader.Taker {
    private final Candidates candidates = new Candidates();
    private final WordGraph.Builder graph = new WordGraph.Builder();
    private final ProfileReader profile = new ProfileReader();

    @Override
    public void token(Token token, @Nullable Token before) {
        profile.token(token, before);
    }

    @Override
    public void word(List<Token> sentence, int at) {
        Token token = sentence.get(at);
        profile.meaning(token);
        graph.add(Stems.word(token.plain()), token.position());
        candidates.word(Span.of(sentence, at, at + 1, false, false));
    }

    @Override
    public void run(int length) {
        profile.phrase(length);
    }

    @Override
    public void phrase(Span span) {
        if (span.tokens().size() > 1 || span.whole()) {
            candidates.phrase(span);
        }
    }

    Reading reading(String language) {
        return new Reading(language, candidates.all(), graph.build(), profile.profile());
    }
}
