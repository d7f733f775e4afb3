package dev.linnet.cli;

import dev.linnet.cli.spikes.EpisodeLines;
import dev.linnet.cli.spikes.FoundEpisode;
import dev.linnet.cli.spikes.ScoreLines;
import dev.linnet.cli.spikes.ScoredSeries;
import dev.linnet.cli.spikes.SeriesFolder;
import dev.linnet.cli.spikes.SeriesReader;
import dev.linnet.cli.spikes.SpikePlot;
import dev.linnet.cli.spikes.UnreadableSeriesException;
import dev.linnet.pipeline.spikes.Sensitivity;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linnet spikes}: what the job would say of series in files. */
@Command(
        name = "spikes",
        description = "Find the spikes in series of counts, row by row, as the job does in keywords' minutes.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A series is CSV with the header timestamp,value. Each row of OUT has an anomaly_score",
            "too, from 0 to 1, of which only the rows before it are known; it is high in rows that",
            "tell something new. What balanced tells has 0.5 or more, eager 0.25, strict 0.78.",
            "",
            "Examples:  linnet spikes counts.csv scored.csv",
            "           linnet spikes --explain --plot spikes.svg counts.csv"
        })
final class SpikesCommand implements Callable<Integer> {
    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    @Option(
            names = "--sensitivity",
            paramLabel = "HOW",
            defaultValue = "balanced",
            description =
                    "How rare a spike must be by the series' own past: strict (once in three weeks), balanced (once in"
                            + " six days), eager (once in two days). Default: ${DEFAULT-VALUE}.")
    private Sensitivity sensitivity = Sensitivity.BALANCED;

    @Option(names = "--explain", description = "Write each spike in words, a line each.")
    private boolean explain;

    @Option(
            names = "--plot",
            paramLabel = "SVG",
            description = "Draw the series with its spikes: a file, or a folder for a folder's series.")
    private @Nullable Path plot;

    @Parameters(index = "0", paramLabel = "IN", description = "A CSV file, or a folder of them.")
    private Path in = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "OUT",
            description = "Where the scored rows go: a file, or a folder for a folder.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        if (out == null && plot == null && !explain) {
            throw CommandException.usage("name a file or folder OUT, or give --explain or --plot");
        }
        SeriesFolder folder = open();
        int faulty = 0;
        for (Path file : folder.files()) {
            try {
                read(folder, file);
            } catch (UnreadableSeriesException e) {
                spec.commandLine().getErr().println("linnet: " + e.getMessage());
                faulty++;
            }
        }
        spec.commandLine().getOut().flush();
        return faulty == 0 ? 0 : 2;
    }

    private SeriesFolder open() {
        try {
            return SeriesFolder.open(in);
        } catch (UnreadableSeriesException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        }
    }

    private void read(SeriesFolder folder, Path file) throws UnreadableSeriesException {
        ScoredSeries scored = ScoredSeries.of(SeriesReader.read(file), sensitivity);
        if (out != null) {
            folder.write(folder.target(file, out, ".csv"), ScoreLines.of(scored));
        }
        if (plot != null) {
            folder.write(folder.target(file, plot, ".svg"), SpikePlot.of(scored));
        }
        if (explain) {
            tell(scored, folder.files().size() > 1);
        }
    }

    private void tell(ScoredSeries scored, boolean named) {
        PrintWriter words = spec.commandLine().getOut();
        String name = named ? scored.series().name() + "\t" : "";
        for (FoundEpisode episode : scored.episodes()) {
            words.println(name + EpisodeLines.of(scored.series(), episode));
        }
    }
}
