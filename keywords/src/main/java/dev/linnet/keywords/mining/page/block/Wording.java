package dev.linnet.keywords.mining.page.block;

import java.util.Locale;
import java.util.regex.Pattern;

/** Words by which short blocks beside an article are known, in the languages most read in Linnet's reach. */
enum Wording {
    MORE(
            "^\\W*(?:read|see|learn|find out|more|also|related|don.t miss|you (?:may|might)|recommended|most (?:read|popular)|up next|next"
                    + "|previous|latest|lesen sie|mehr|weiter|weitere|auch interessant|zum weiterlesen|siehe auch|passend|das könnte|lire|à lire"
                    + "|voir|en savoir|à découvrir|lea|le puede|te puede|ver más|más|leggi|scopri|zobacz|czytaj|przeczytaj|polecamy|dowiedz|lees"
                    + "|leia|veja|saiba|zurück|back to|download|click here|watch|video)\\b"),
    SHARING(
            "\\b(?:shar(?:e|ing)|teilen|partager?|compartir|compart[ae]|condividi|udostępnij|podziel|follow (?:us|him|her|me|@)|folgen sie"
                    + "|suivez|síguenos|facebook|twitter|instagram|whatsapp|linkedin|pinterest|youtube|gefällt)\\b"),
    SUBSCRIBING(
            "\\b(?:subscri\\w+|newsletters?|sign up|sign in|log ?in|inbox|abonnieren|abonnent\\w*|abonne\\w*|anmelden|registrier\\w*"
                    + "|kostenlos\\w*|suscr\\w+|iscriviti|zapisz|our app|app|get access|free trial|donate|spenden?|unterstützen sie|tickets?)\\b"),
    ADVERTISING(
            "\\b(?:advert\\w*|anzeige|publicité|publicidad|pubblicità|reklama|sponsored|werbung|affiliate\\w*|promo\\w*|coupon|deal|buy)\\b"),
    CREDIT(
            "(?:\\b(?:photos?|fotos?|images?|bild(?:er)?|credits?|getty|copyright|source|quelle|picture|pic|reuters|imago|dpa|afp|ap|shutterstock"
                    + "|istock|unsplash|crédits?|zdjęcie|fot|screenshot|file|vergrößern|rights reserved)\\b|©|\\(c\\))"),
    COMMENTING(
            "\\b(?:comments?|kommentare?|commentaires?|comentarios?|komentarze?|reply|replies|antworten|tell us|your thoughts"
                    + "|what (?:do )?you think|opinion|meinung|letters?)\\b"),
    DATELINE(
            "(?:^(?:by|von|par|por|di|autor|author|text|written)\\b|\\b(?:published|updated|posted|veröffentlicht|aktualisiert|stand|publi[ée]\\w*"
                    + "|actuali\\w+|publikacja|aktualizacja|min(?:ute)?s? read|lesezeit|uhr|reporting by|contributed|reporter|writer|editor|author|filed"
                    + "|tags?|categor\\w+|kategorie|schlagw\\w+|january|february|march|april|june|july|august|september|october|november|december"
                    + "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|januar|februar|märz|juni|juli|oktober|dezember)\\b)"),
    NOTICE(
            "\\b(?:cookies?|privacy|consent|datenschutz\\w*|javascript|browser|zustimm\\w+|terms|disclaimer|klicken sie|enabled?|loading|adblock"
                    + "|views? expressed|telefon|phone|tel|fax|e-?mail|contact|kontakt|ansprechpartner\\w*)\\b");

    static final Wording[] ALL = values();

    private static final int LOOKED_AT = 250;

    private final Pattern pattern;

    Wording(String pattern) {
        // Text comes in lower case: folding case in the pattern takes three times as long.
        this.pattern = Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** The wordings in a text, as a bit set by ordinal. */
    static int of(String text) {
        String head = text.substring(0, Math.min(text.length(), LOOKED_AT)).toLowerCase(Locale.ROOT);
        int found = 0;
        for (Wording wording : ALL) {
            if (wording.pattern.matcher(head).find()) {
                found |= 1 << wording.ordinal();
            }
        }
        return found;
    }
}
