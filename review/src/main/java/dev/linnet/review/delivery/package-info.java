/** Alerts told to webhooks, Slack and Alertmanager: at least once, each receiver by itself. */
@NullMarked
package dev.linnet.review.delivery;

import org.jspecify.annotations.NullMarked;
