package dev.linnet.review.web;

/** There is no session, or it has ended. */
public final class LoginNeededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LoginNeededException() {
        super("Please log in again. Nothing was changed.");
    }
}
