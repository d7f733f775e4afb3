package dev.linnet.review.web;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of IP addresses: {@code 10.0.0.0/8}, {@code fd00::/8}, or a single address.
 *
 * @param base an address of the range
 * @param bits how many of its first bits all addresses of the range share
 */
record AddressRange(InetAddress base, int bits) {
    private static final Pattern FORM = Pattern.compile("([0-9a-fA-F.:\\[\\]]+)(?:/(\\d{1,3}))?");

    /** Reads an address or range; empty when the text is neither. */
    static Optional<AddressRange> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String bits = matcher.group(2);
        return IpLiteral.parse(String.valueOf(matcher.group(1))).flatMap(base -> {
            int length = base.getAddress().length * Byte.SIZE;
            int shared = bits == null ? length : Integer.parseInt(bits);
            return shared <= length ? Optional.of(new AddressRange(base, shared)) : Optional.empty();
        });
    }

    boolean contains(InetAddress address) {
        byte[] ours = base.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
