package dev.linnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpikesCommandTest {
    private static final int DAY = 288;
    private static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 0, 2, 53);
    private static final int BURST = 20 * DAY + 115; // Sunday, 9:37 am

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void everyRowComesBackWithItsScoreAndTheBurstHasTheHighest() throws Exception {
        Path in = write("counts.csv", counts(21 * DAY));

        CliRun run =
                CliRun.of("spikes", in.toString(), folder.resolve("out.csv").toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
        assertThat(lines).hasSize(21 * DAY + 1).first().isEqualTo("timestamp,value,anomaly_score");
        assertThat(lines.get(1)).isEqualTo("2026-03-02 00:02:53,1,0");
        double[] scores = scores(lines);
        assertThat(scores[BURST]).isBetween(0.5, 1.0);
        assertThat(IntStream.range(0, BURST).mapToDouble(i -> scores[i])).allMatch(score -> score >= 0 && score < 0.5);
    }

    @Test
    void laterRowsChangeNothingOfEarlierOnes() throws Exception {
        List<String> whole = counts(21 * DAY);
        Path in = write("whole.csv", whole);
        Path cut = write("cut.csv", whole.subList(0, 10 * DAY + 1));

        CliRun.of("spikes", in.toString(), folder.resolve("a.csv").toString());
        CliRun.of("spikes", cut.toString(), folder.resolve("b.csv").toString());

        assertThat(Files.readAllLines(folder.resolve("b.csv")))
                .isEqualTo(Files.readAllLines(folder.resolve("a.csv")).subList(0, 10 * DAY + 1));
    }

    @Test
    void aSpikeIsToldInWords() throws Exception {
        CliRun run = CliRun.of(
                "spikes", "--explain", write("counts.csv", counts(21 * DAY)).toString());

        assertThat(run.out().lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .matches("2026-03-22 09:37:53 – 09:[0-9:]+: [0-9.]+ × a usual Sunday 9 am;"
                                + " a burst as high comes once in [0-9a-z ]+"));
    }

    @Test
    void sensitivityDecidesWhatIsTold() throws Exception {
        String in = write("counts.csv", noise()).toString();

        long strict = told("strict", in);
        long balanced = told("balanced", in);
        long eager = told("eager", in);

        assertThat(strict).isLessThan(balanced);
        assertThat(balanced).isLessThan(eager);
    }

    @Test
    void aFolderGoesToAFolderAndNamesStay() throws Exception {
        Files.createDirectories(folder.resolve("in/deep"));
        write("in/deep/a.csv", counts(3 * DAY));
        write("in/b.csv", counts(3 * DAY));

        CliRun run = CliRun.of(
                "spikes",
                "--plot",
                folder.resolve("svg").toString(),
                folder.resolve("in").toString(),
                folder.resolve("out").toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(folder.resolve("out/deep/a.csv")).exists();
        assertThat(folder.resolve("out/b.csv")).exists();
        assertThat(folder.resolve("svg/deep/a.svg")).exists();
    }

    @Test
    void pictureIsWellFormedAndNamesTheSpikes() throws Exception {
        Path in = write("a < b & c.csv", counts(21 * DAY));
        Path svg = folder.resolve("picture.svg");

        CliRun run = CliRun.of("spikes", "--plot", svg.toString(), in.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
        assertThat(document.getDocumentElement().getTextContent())
                .contains("a < b & c.csv")
                .contains("1 spike")
                .contains("× a usual Sunday 9 am")
                .doesNotContain("NaN");
    }

    @Test
    void rowsThatAreMissingAreNoDip() throws Exception {
        List<String> lines = counts(10 * DAY);
        lines.subList(5 * DAY, 6 * DAY).clear();

        CliRun run = CliRun.of("spikes", "--explain", write("gap.csv", lines).toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aSeriesOfARowADayIsRead() throws Exception {
        List<String> lines = IntStream.range(0, 200)
                .mapToObj(day -> START.toLocalDate().plusDays(day) + "," + (day == 150 ? 900 : 10 + day % 7))
                .toList();

        CliRun run = CliRun.of(
                "spikes", "--explain", write("daily.csv", withHeader(lines)).toString());

        assertThat(run.out().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("2026-07-30"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                                    | is empty; a series begins with the header timestamp,value
                    timestamp,value                                       | holds no rows, only its header
                    time,count/2026-01-01,3                               | line 1: the header is “time,count”; it has to be timestamp,value
                    timestamp,value/yesterday,3                           | line 2: “yesterday” is no timestamp; write it like 2026-11-01 09:05:00
                    timestamp,value/2026-13-01 00:00:00,3                 | line 2: “2026-13-01 00:00:00” is no timestamp
                    timestamp,value/2026-01-01,NaN                        | line 2: the value is NaN; it has to be a number, 0 or more
                    timestamp,value/2026-01-01,-3                         | line 2: the value is -3; it has to be a number, 0 or more
                    timestamp,value/2026-01-01,many                       | line 2: the value is “many”; it has to be a number, 0 or more
                    timestamp,value/2026-01-01,                           | line 2: the value is “”; it has to be a number
                    timestamp,value/2026-01-01,1,2                        | line 2: “2026-01-01,1,2” has 3 cells
                    timestamp,value/2026-01-02,1/2026-01-01,1             | line 3: 2026-01-01 comes after 2026-01-02; sort the rows by time
                    timestamp,value/2026-01-01,1/2026-01-01,1             | line 3: 2026-01-01 stands twice; add its rows up
                    """)
    void faultyFileIsToldWithItsLineAndTheMend(String content, String message) throws Exception {
        Path in = folder.resolve("faulty.csv");
        Files.writeString(in, content.replace("/", "\n"));

        CliRun run =
                CliRun.of("spikes", in.toString(), folder.resolve("out.csv").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("linnet: " + in).contains(message);
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @Test
    void oneFaultyFileOfAFolderDoesNotStopTheOthers() throws Exception {
        Files.createDirectories(folder.resolve("in"));
        write("in/a.csv", List.of("nonsense"));
        write("in/b.csv", counts(3 * DAY));

        CliRun run = CliRun.of(
                "spikes", folder.resolve("in").toString(), folder.resolve("out").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(folder.resolve("out/b.csv")).exists();
    }

    @Test
    void whatIsMissingOrInTheWayIsNamed() throws Exception {
        Path in = write("counts.csv", counts(DAY));

        assertThat(CliRun.of("spikes", "nowhere.csv", "out.csv").err())
                .contains("there is no file or folder nowhere.csv");
        assertThat(CliRun.of("spikes", in.toString()).err())
                .contains("name a file or folder OUT, or give --explain or --plot");
        assertThat(CliRun.of("spikes", in.toString(), in.toString()).err())
                .contains("is what is read; name another place to write to");
        Files.createDirectories(folder.resolve("empty"));
        assertThat(CliRun.of("spikes", folder.resolve("empty").toString(), "out")
                        .err())
                .contains("holds no file that ends in .csv");
    }

    private static long told(String sensitivity, String in) {
        return CliRun.of("spikes", "--explain", "--sensitivity", sensitivity, in)
                .out()
                .lines()
                .count();
    }

    /** A busy day and a quiet night, and one burst. */
    private static List<String> counts(int rows) {
        return withHeader(IntStream.range(0, rows)
                .mapToObj(i -> row(i, i >= BURST && i < BURST + 3 ? 400 : (i % DAY > 96 ? 9 : 1) + i * 7 % 5 * (i % 3)))
                .toList());
    }

    private static List<String> noise() {
        Random random = new Random(5);
        return withHeader(IntStream.range(0, 60 * DAY)
                .mapToObj(i -> row(i, (int) Math.exp(1 + random.nextGaussian() * 1.1)))
                .toList());
    }

    private static String row(int index, int value) {
        return START.plusMinutes(5L * index).toString().replace('T', ' ') + "," + value;
    }

    private static List<String> withHeader(List<String> rows) {
        List<String> lines = new ArrayList<>(List.of("timestamp,value"));
        lines.addAll(rows);
        return lines;
    }

    private Path write(String name, List<String> lines) throws Exception {
        return Files.write(folder.resolve(name), lines);
    }

    private static double[] scores(List<String> lines) {
        return lines.stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(',') + 1)))
                .toArray();
    }
}
