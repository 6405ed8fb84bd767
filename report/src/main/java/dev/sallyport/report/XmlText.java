package dev.sallyport.report;

/** Text without what XML 1.0 §2.2 does not let through, escaped or not. */
final class XmlText {

    private XmlText() {}

    /** Leaves out every character that is not legal. */
    static String legal(String text) {
        return text.codePoints()
                .filter(XmlText::isLegal)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** As {@link #legal}, on one line, as an attribute's value is read anyway. */
    static String oneLine(String text) {
        return legal(text).replaceAll("\\s+", " ").strip();
    }

    private static boolean isLegal(int character) {
        boolean blank = character == '\t' || character == '\n';
        boolean basic = character >= 0x20 && character <= 0xD7FF || character >= 0xE000 && character <= 0xFFFD;
        return blank || basic || character >= 0x10000;
    }
}
