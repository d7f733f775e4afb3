package dev.linnet.keywords.mining.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import okhttp3.HttpUrl;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Reads answers, never more of them than allowed, whatever they say of their length or do when they are inflated. */
final class Bodies {
    private static final byte[] NOTHING = {};

    private final int most;

    /** @param most bytes of one answer, after inflating */
    Bodies(int most) {
        this.most = most;
    }

    /** The bytes of an answer; a file that is itself packed ({@code sitemap.xml.gz}) is inflated too. */
    byte[] whole(HttpUrl url, Response response) throws IOException, FetchException {
        String packed = response.header("Content-Encoding", "identity");
        if (!"identity".equalsIgnoreCase(packed)) {
            throw new FetchException(
                    url.toString(),
                    "the answer is packed as '" + packed + "', which nobody asked for",
                    "tell the site's owner, or give the posts as files");
        }
        ResponseBody body = response.body();
        byte[] bytes = body == null ? NOTHING : capped(url, body.byteStream());
        boolean gzip = bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
        return gzip ? capped(url, new GZIPInputStream(new ByteArrayInputStream(bytes))) : bytes;
    }

    /** The first bytes of an answer, as many as there are up to a number. */
    static byte[] beginning(Response response, int bytes) throws IOException {
        ResponseBody body = response.body();
        if (body == null) {
            return NOTHING;
        }
        try (InputStream in = body.byteStream()) {
            return in.readNBytes(bytes);
        }
    }

    private byte[] capped(HttpUrl url, InputStream body) throws IOException, FetchException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[16_384];
        try (body) {
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                if (out.size() + n > most) {
                    throw new FetchException(
                            url.toString(),
                            "the answer is larger than " + (most >= 1 << 20 ? (most >> 20) + " MiB" : most + " bytes")
                                    + " once inflated, or never ends",
                            "name a page or feed, not a download");
                }
                out.write(buffer, 0, n);
            }
        }
        return out.toByteArray();
    }
}
