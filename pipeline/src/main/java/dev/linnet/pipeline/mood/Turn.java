package dev.linnet.pipeline.mood;

/**
 * A turn of mood.
 *
 * @param minute when it was noticed, in minutes since 1970
 * @param since the minute of the first post that it was told from
 * @param direction 1 upwards, −1 downwards
 * @param usual the mean sentiment before
 * @param now the mean sentiment of the last authors
 * @param authors how many authors, each of whom counts once
 * @param days how many days lie between swings as far, by the keyword's own past
 * @param goesOn whether it lasts; one that is over is remembered until the mood was usual again
 */
public record Turn(
        long minute, long since, int direction, double usual, double now, int authors, double days, boolean goesOn) {
    /** No turn, and none told before. */
    public static final Turn NONE = new Turn(Long.MIN_VALUE, Long.MIN_VALUE, 0, 0, 0, 0, 0, false);

    Turn over() {
        return new Turn(minute, since, direction, usual, now, authors, days, false);
    }
}
