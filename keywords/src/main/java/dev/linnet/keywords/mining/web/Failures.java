package dev.linnet.keywords.mining.web;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;

/** What went wrong with a request, in plain words. */
final class Failures {
    private Failures() {}

    static FetchException interrupted(HttpUrl url) {
        Thread.currentThread().interrupt();
        return new FetchException(url.toString(), "the reading was interrupted", "start it again");
    }

    static FetchException status(HttpUrl url, int code) {
        return new FetchException(
                url.toString(),
                ("the server answered " + code + " " + meaning(code)).strip(),
                mend(code),
                code == 404 || code == 410);
    }

    static FetchException of(HttpUrl url, IOException e, Duration deadline) {
        String address = url.toString();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof GuardedSockets.ForbiddenAddressException forbidden) {
                return new FetchException(
                        address,
                        "leads to " + forbidden.getMessage() + ", an address that is not public",
                        "only public sites are read; allow-loopback permits this machine's own");
            }
        }
        if (Thread.currentThread().isInterrupted()) {
            return interrupted(url);
        }
        if (e instanceof UnknownHostException) {
            return new FetchException(address, "there is no host " + url.host(), "check the spelling, and the network");
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return new FetchException(
                    address, "nothing answers at " + url.host() + ":" + url.port(), "check the address");
        }
        if (e instanceof SSLException) {
            return new FetchException(
                    address, "no safe connection (" + e.getMessage() + ")", "check the site's certificate");
        }
        if (e instanceof InterruptedIOException) {
            return new FetchException(
                    address,
                    "took longer than " + deadline.toSeconds() + " s",
                    "try again later, or give the posts as files");
        }
        if (e instanceof ZipException) {
            return new FetchException(address, "is packed, but damaged", "tell the site's owner");
        }
        return new FetchException(address, "the connection broke (" + e.getMessage() + ")", "try again later");
    }

    private static String meaning(int code) {
        return switch (code) {
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 410 -> "Gone";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 503 -> "Service Unavailable";
            default -> "";
        };
    }

    private static String mend(int code) {
        return switch (code) {
            case 401, 403 -> "the page isn't public; give the posts as files";
            case 404, 410 -> "check the address in a browser";
            default -> code >= 500 || code == 429 ? "try again later" : "check the address in a browser";
        };
    }
}
