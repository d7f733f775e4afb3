package dev.linnet.pipeline.output;

import dev.linnet.nlp.Reading;
import dev.linnet.pipeline.post.Post;
import dev.linnet.pipeline.relevance.ScoredPost;
import dev.linnet.queue.LinkTarget;
import dev.linnet.queue.Suggestion;
import dev.linnet.sinks.points.Point;
import dev.linnet.sinks.queue.QueueCommand;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Turns scored posts into points and into commands for the queue. All of one post goes through one task in order, so that its
 * deletion comes last.
 */
public final class DeliverFunction extends ProcessFunction<ScoredPost, Point> {
    private static final long serialVersionUID = 1L;

    /** What is to be done in the queue. */
    public static final OutputTag<QueueCommand> COMMANDS =
            new OutputTag<>("post-commands", TypeInformation.of(QueueCommand.class));

    private final OutputRules rules;

    public DeliverFunction(OutputRules rules) {
        this.rules = rules;
    }

    @Override
    public void processElement(ScoredPost scored, Context ctx, Collector<Point> out) {
        switch (scored.action()) {
            case PUT -> put(scored, ctx, out);
            case WITHDRAW -> {
                PointFactory.gone(scored).forEach(out::collect);
                ctx.output(COMMANDS, QueueCommand.withdraw(scored.key(), scored.created()));
            }
            case DELETE -> {
                PointFactory.gone(scored).forEach(out::collect);
                ctx.output(COMMANDS, QueueCommand.delete(scored.key(), scored.created()));
            }
        }
    }

    private void put(ScoredPost scored, Context ctx, Collector<Point> out) {
        PointFactory.post(scored, rules.keepText()).forEach(out::collect);
        if (scored.relevance() >= rules.suggestAbove()
                && !rules.ownHandles().contains(scored.requirePost().author())) {
            out.collect(PointFactory.suggestion(scored));
            ctx.output(COMMANDS, QueueCommand.offer(suggestion(scored)));
        }
    }

    private static Suggestion suggestion(ScoredPost scored) {
        Post post = scored.requirePost();
        Reading reading = scored.requireReading();
        return new Suggestion(
                scored.key(),
                post.platform().tag(),
                post.author(),
                post.authorName(),
                post.text(),
                reading.language(),
                post.url(),
                scored.created(),
                scored.keywords(),
                scored.relevance(),
                scored.explanation(),
                reading.sentiment().label().tag(),
                reading.sentiment().score(),
                reading.isVolatile(),
                scored.reach(),
                post.platform().tag() + ":" + post.conversation(),
                LinkTarget.pages(post.links()));
    }
}
