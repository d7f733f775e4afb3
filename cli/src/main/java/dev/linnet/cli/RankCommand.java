package dev.linnet.cli;

import dev.linnet.cli.rank.RankProtocol;
import dev.linnet.nlp.PostReader;
import dev.linnet.nlp.PostReaderOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code linnet rank}: the relevance model alone, on stdin and stdout, for measuring how fast it learns. */
@Command(
        name = "rank",
        description = "Score posts and learn from decisions, a JSON object a line, as the job would.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "In:   {\"op\":\"init\",\"seeds\":[\"fern\"],\"trusted_authors\":[]}       answered by {\"op\":\"ready\"}",
            "      {\"op\":\"score\",\"id\":\"1\",\"author\":\"ada\",\"text\":\"My fern wall\",\"urls\":[]}",
            "      {\"op\":\"flush\"}                   answered by {\"id\":\"1\",\"score\":0.4} for each post",
            "      {\"op\":\"feedback\",\"id\":\"1\",\"approved\":true}",
            "      {\"op\":\"end_round\",\"round\":1}     answered by {\"op\":\"ack\"} when all is learnt",
            "      {\"op\":\"bye\"}",
            "",
            "Example:  linnet rank < rounds.jsonl"
        })
final class RankCommand implements Callable<Integer> {
    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (PostReader reader = PostReader.open(PostReaderOptions.defaults());
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            new RankProtocol(
                            reader,
                            spec.commandLine().getOut(),
                            spec.commandLine().getErr())
                    .follow(in);
        }
        return 0;
    }
}
