package dev.linnet.review.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request's body before the request is handled, and sends the response after it, without a thread that waits for the
 * client; so slow clients cost a connection each, but no thread.
 *
 * <p>Only forms are taken ({@code application/x-www-form-urlencoded}), else 415, before any of the body is read. A body of more
 * than 64 KiB, or 1 KiB for the login, is a 413, whether its length is announced or it comes in chunks. Both end the connection.
 */
final class RequestReader extends Handler.Wrapper {
    /** The longest body of a login, in bytes. */
    static final int LOGIN_LIMIT = 1_024;
    /** The longest body of anything else, in bytes. */
    static final int LIMIT = 64 * 1_024;

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern FORM_IN_UTF_8 =
            Pattern.compile(" *" + FORM + " *(; *charset *= *\"?utf-8\"? *)?", Pattern.CASE_INSENSITIVE);

    private final RequestDeadline deadline;

    RequestReader(RequestDeadline deadline) {
        this.deadline = deadline;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        Request.addCompletionListener(request, failure -> deadline.answered(endPoint));
        HttpFields headers = request.getHeaders();
        long length = headers.getLongField(HttpHeader.CONTENT_LENGTH);
        boolean hasBody = length > 0 || headers.contains(HttpHeader.TRANSFER_ENCODING);
        String type = headers.get(HttpHeader.CONTENT_TYPE);
        if ((hasBody && !isForm(type)) || isMultipart(type)) {
            refuse(
                    response,
                    callback,
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
                    "This console takes only " + FORM + ", in UTF-8.");
            return true;
        }
        int limit = Request.getPathInContext(request).startsWith("/login") ? LOGIN_LIMIT : LIMIT;
        if (length > limit) {
            refuseLength(response, callback, limit);
            return true;
        }
        if (hasBody) {
            new Body(request, response, callback, limit, endPoint).read(false);
            return true;
        }
        deadline.received(endPoint);
        BufferedResponse answer = new BufferedResponse(request, response, callback, () -> deadline.sending(endPoint));
        return super.handle(request, answer, answer.handled());
    }

    private static boolean isForm(@Nullable String type) {
        return type != null && FORM_IN_UTF_8.matcher(type).matches();
    }

    private static boolean isMultipart(@Nullable String type) {
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static void refuseLength(Response response, Callback callback, int limit) {
        refuse(
                response,
                callback,
                HttpStatus.PAYLOAD_TOO_LARGE_413,
                "This request is too long: the limit is " + limit + " bytes.");
    }

    private static void refuse(Response response, Callback callback, int status, String why) {
        response.setStatus(status);
        response.getHeaders()
                .put(HttpHeader.CONNECTION, "close")
                .put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8")
                .put("X-Content-Type-Options", "nosniff")
                .put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap((why + "\n").getBytes(StandardCharsets.UTF_8)), callback);
    }

    private void handOn(Request request, BufferedResponse answer) {
        try {
            if (!super.handle(request, answer, answer.handled())) {
                Response.writeError(request, answer, answer.handled(), HttpStatus.NOT_FOUND_404);
            }
        } catch (Exception e) {
            Response.writeError(request, answer, answer.handled(), e);
        }
    }

    /** A body that is being read: each call takes what has arrived, and asks to be called again. */
    private final class Body implements Invocable.Task {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final int limit;
        private final EndPoint endPoint;
        // Copied, so that tiny chunks do not each hold a network buffer.
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

        private Body(Request request, Response response, Callback callback, int limit, EndPoint endPoint) {
            this.request = request;
            this.response = response;
            this.callback = callback;
            this.limit = limit;
            this.endPoint = endPoint;
        }

        @Override
        public void run() {
            read(true);
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }

        /** @param isOnSelector whether this thread reads the network, and must not handle the request */
        private void read(boolean isOnSelector) {
            while (true) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    Throwable cause = chunk.getFailure();
                    callback.failed(cause instanceof HttpException ? cause : new EofException(cause));
                    return;
                }
                boolean isTooLong = !add(chunk);
                boolean isLast = chunk.isLast();
                chunk.release();
                if (isTooLong) {
                    refuseLength(response, callback, limit);
                    return;
                }
                if (isLast) {
                    deadline.received(endPoint);
                    Request whole = new ReceivedRequest(request, bytes.toByteArray());
                    BufferedResponse answer =
                            new BufferedResponse(whole, response, callback, () -> deadline.sending(endPoint));
                    if (isOnSelector) {
                        request.getComponents().getExecutor().execute(() -> handOn(whole, answer));
                    } else {
                        handOn(whole, answer);
                    }
                    return;
                }
            }
        }

        private boolean add(Content.Chunk chunk) {
            ByteBuffer content = chunk.getByteBuffer();
            if (bytes.size() + content.remaining() > limit) {
                return false;
            }
            byte[] part = new byte[content.remaining()];
            content.get(part);
            bytes.write(part, 0, part.length);
            return true;
        }
    }

    /** A request whose body is in memory. */
    private static final class ReceivedRequest extends Request.Wrapper {
        private Content.@Nullable Chunk next;

        private ReceivedRequest(Request request, byte[] body) {
            super(request);
            next = Content.Chunk.from(ByteBuffer.wrap(body), true);
        }

        @Override
        public Content.@Nullable Chunk read() {
            Content.Chunk chunk = next;
            next = Content.Chunk.next(chunk);
            return chunk;
        }

        @Override
        public void demand(Runnable onContent) {
            onContent.run();
        }

        @Override
        public boolean consumeAvailable() {
            next = Content.Chunk.EOF;
            return true;
        }
    }
}
