package dev.linnet.pipeline.parse;

/** The times that platforms hide in their ids. */
final class PlatformIds {
    static final long UNKNOWN = -1;

    /** X's snowflake epoch, 2010-11-04T01:42:54.657Z; the bits above the 22nd count milliseconds since. */
    private static final long X_EPOCH = 1_288_834_974_657L;

    /** Ids before snowflakes were counted up one by one and ended below 30 thousand million. */
    private static final long FIRST_SNOWFLAKE = 100_000_000_000L;

    /** Mastodon's ids begin with the milliseconds since 1970; nothing was posted there before 2016. */
    private static final long MASTODON_BEGIN = 1_451_606_400_000L;

    private static final long YEAR_2100 = 4_102_444_800_000L;

    private PlatformIds() {}

    /** When the post of an X id was made, in milliseconds since 1970, or {@link #UNKNOWN}. */
    static long xMillis(long id) {
        if (id < FIRST_SNOWFLAKE) {
            return UNKNOWN;
        }
        return (id >>> 22) + X_EPOCH;
    }

    /** As {@link #xMillis(long)}, of an id in digits. */
    static long xMillis(String id) {
        return xMillis(number(id));
    }

    /** When the status of a Mastodon id was made, in milliseconds since 1970, or {@link #UNKNOWN}. */
    static long mastodonMillis(String id) {
        long millis = number(id) >>> 16;
        return millis > MASTODON_BEGIN && millis < YEAR_2100 ? millis : UNKNOWN;
    }

    /** The number that the digits make, or {@link #UNKNOWN} where they are none or do not fit. */
    static long number(String digits) {
        if (digits.isEmpty() || digits.length() > 18 && digits.compareTo("9223372036854775807") > 0) {
            return UNKNOWN;
        }
        if (digits.length() > 19) {
            return UNKNOWN;
        }
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return UNKNOWN;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
