package dev.linnet.cli;

import dev.linnet.keywords.weighting.WeightLedger;
import dev.linnet.pipeline.learn.JournalHistory;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells what of a journal could not be learnt from. */
final class JournalFaults {
    private JournalFaults() {}

    static void tell(JournalHistory history, WeightLedger ledger, PrintWriter err) {
        if (history.missing() > 0) {
            err.println("linnet: the journal lacks " + history.missing()
                    + " acts between its first and its last; what they taught is not known");
        }
        Map<String, Long> reasons = ledger.skipped().values().stream()
                .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
        reasons.forEach((reason, count) ->
                err.println("linnet: " + count + (count == 1 ? " act is" : " acts are") + " left out: " + reason));
    }
}
