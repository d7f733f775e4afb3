package dev.linnet.sinks.points;

import java.util.List;

/** A time-series server. No method throws for what a server or a network can do: each answers with what to do about it. */
interface PointStore extends AutoCloseable {
    /** Makes what must be there before the first write, where it is missing. */
    Answer prepare();

    /** Writes entries in their order. Writing again what is written changes nothing. */
    Answer write(List<PointEntry> writes);

    /** Takes away every point of the entries' measurements and times. */
    Answer delete(List<PointEntry> deletions);

    /** Breaks off what is under way. */
    @Override
    void close();

    /** The store for the settings. */
    static PointStore of(PointSettings settings, HttpSettings http) {
        return switch (settings.kind()) {
            case INFLUXDB -> new InfluxV1Store(settings, http);
            case QUESTDB -> new QuestDbStore(settings, http, PointSchema.ALL);
        };
    }
}
