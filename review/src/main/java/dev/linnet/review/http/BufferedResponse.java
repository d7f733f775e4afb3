package dev.linnet.review.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * A response that is kept in memory until it is whole, and is then sent without a thread that waits for it; so clients that do
 * not read cost no thread. Streams of events go through as they are.
 */
final class BufferedResponse extends Response.Wrapper {
    private final Callback callback;
    private final Runnable onWhole;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
    private final AtomicInteger pending = new AtomicInteger(1);
    private volatile @Nullable Throwable failure;

    /**
     * @param callback told when the response was handled and sent
     * @param onWhole called when the sending begins
     */
    BufferedResponse(Request request, Response response, Callback callback, Runnable onWhole) {
        super(request, response);
        this.callback = callback;
        this.onWhole = onWhole;
    }

    /** What the handler has to complete. */
    Callback handled() {
        return Callback.from(Invocable.InvocationType.NON_BLOCKING, this::done, this::failed);
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback written) {
        if (isStream()) {
            super.write(last, content, written);
            return;
        }
        if (content != null && content.hasRemaining()) {
            byte[] part = BufferUtil.toArray(content);
            bytes.write(part, 0, part.length);
            BufferUtil.clear(content);
        }
        if (last) {
            pending.incrementAndGet();
            onWhole.run();
            super.write(
                    true,
                    ByteBuffer.wrap(bytes.toByteArray()),
                    Callback.from(Invocable.InvocationType.NON_BLOCKING, this::done, this::failed));
        }
        written.succeeded();
    }

    @Override
    public void reset() {
        bytes.reset();
        super.reset();
    }

    private boolean isStream() {
        String type = getHeaders().get(HttpHeader.CONTENT_TYPE);
        return type != null && type.startsWith("text/event-stream");
    }

    private void failed(Throwable cause) {
        failure = cause;
        done();
    }

    private void done() {
        if (pending.decrementAndGet() == 0) {
            Throwable cause = failure;
            if (cause == null) {
                callback.succeeded();
            } else {
                callback.failed(cause);
            }
        }
    }
}
