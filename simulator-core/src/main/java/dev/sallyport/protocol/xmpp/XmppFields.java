package dev.sallyport.protocol.xmpp;

import dev.sallyport.exchange.Field;
import dev.sallyport.exchange.Naming;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names the parts of an XMPP stream: elements, their attributes and their text; it needs not to be well-formed. */
final class XmppFields {

    static final Naming NAMING = new Naming("xmpp", XmppFields::of);

    private static final Pattern TAG = Pattern.compile("<([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:.-]+)\\s*=\\s*(\"[^\"]*\"|'[^']*')");

    private XmppFields() {}

    /** Returns the fields of a stream's beginning. */
    static List<Field> of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<Field> found = new ArrayList<>();
        String element = "the stream";
        int at = 0;
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            text(element, text.substring(at, tag.start()), found);
            element = tag(tag.group(1), found);
            at = tag.end();
        }
        text(element, text.substring(at), found);
        return found;
    }

    private static void text(String element, String text, List<Field> found) {
        if (!text.isEmpty()) {
            found.add(new Field("text of " + element, text));
        }
    }

    /** The element comes with what it says beside its attributes, each attribute after it. */
    private static String tag(String inside, List<Field> found) {
        String name = inside.split("\\s", 2)[0].replaceAll("/$", "");
        found.add(new Field(
                "element <" + name + ">",
                ATTRIBUTE
                        .matcher(inside.substring(Math.min(inside.length(), name.length())))
                        .replaceAll("$1")));
        Matcher attribute = ATTRIBUTE.matcher(inside);
        while (attribute.find()) {
            found.add(new Field("attribute " + attribute.group(1) + " of <" + name + ">", attribute.group(2)));
        }
        return "<" + name + ">";
    }
}
