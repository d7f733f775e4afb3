package dev.linnet.review.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * For a console without a password: answers only programs of the user whom it runs as, and of root. So another user of the same
 * machine cannot use it, nor can a reverse proxy, which runs as a user of its own, open it to the world. Where the system does not
 * tell the owner of a connection, everybody on the machine is answered.
 */
final class SameUserCheck {
    private static final int ROOT = 0;
    private static final int REMEMBERED = 4_096;

    private final ConnectionOwner owner;
    private final OptionalInt ownUser;
    /** Connection → its owner: a connection serves many requests. */
    private final Map<String, OptionalInt> owners = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OptionalInt> eldest) {
            return size() > REMEMBERED;
        }
    };

    SameUserCheck() {
        this(new ConnectionOwner(Path.of("/proc/net")), ConnectionOwner.ownUser());
    }

    SameUserCheck(ConnectionOwner owner, OptionalInt ownUser) {
        this.owner = owner;
        this.ownUser = ownUser;
    }

    /** Refuses the request of another user. */
    void check(Context ctx) {
        if (ownUser.isEmpty()) {
            return;
        }
        OptionalInt user = userOf(ctx);
        if (user.isPresent() && user.getAsInt() != ROOT && user.getAsInt() != ownUser.getAsInt()) {
            throw new ForbiddenResponse(
                    "This console has no password, so it answers only the user who started it (number "
                            + ownUser.getAsInt() + "), and this request came from another user of this machine ("
                            + (user.getAsInt() == ConnectionOwner.CLOSED ? "unknown" : "number " + user.getAsInt())
                            + "). Set console.password in linnet.yaml.");
        }
    }

    private synchronized OptionalInt userOf(Context ctx) {
        return owners.computeIfAbsent(ctx.req().getServletConnection().getConnectionId(), id -> find(ctx));
    }

    private OptionalInt find(Context ctx) {
        InetSocketAddress peer = address(ctx.req().getRemoteAddr(), ctx.req().getRemotePort());
        InetSocketAddress local = address(ctx.req().getLocalAddr(), ctx.req().getLocalPort());
        return owner.user(peer, local);
    }

    private static InetSocketAddress address(String literal, int port) {
        return IpLiteral.parse(literal)
                .map(host -> new InetSocketAddress(host, port))
                .orElseThrow(() -> new ForbiddenResponse("The address of this connection is not known."));
    }
}
