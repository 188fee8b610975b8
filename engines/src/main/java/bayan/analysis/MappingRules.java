package bayan.analysis;

import java.io.Reader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.elasticsearch.index.analysis.AbstractCharFilterFactory;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;

/** Letters for letters before the text is cut into words: rules `from => to`, with the escapes of Elasticsearch. */
final class MappingRules {

    private static final Pattern RULE = Pattern.compile("(.*)\\s*=>\\s*(.*)\\s*$");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|(.))");

    private MappingRules() {}

    static CharFilterFactory charFilter(Context context) {
        context.required("mappings");
        NormalizeCharMap.Builder rules = new NormalizeCharMap.Builder();
        context.settings().getAsList("mappings").forEach(rule -> addRule(rules, rule));
        NormalizeCharMap map = rules.build();
        class Factory extends AbstractCharFilterFactory implements NormalizingCharFilterFactory {
            Factory() {
                super(context.name());
            }

            @Override
            public Reader create(Reader text) {
                return new MappingCharFilter(map, text);
            }
        }
        return new Factory();
    }

    private static void addRule(NormalizeCharMap.Builder rules, String rule) {
        Matcher sides = RULE.matcher(rule);
        if (sides.find() == false) {
            throw new IllegalArgumentException("[" + rule + "] is not a rule of the mapping char filter: from => to");
        }
        rules.add(unescape(sides.group(1).trim()), unescape(sides.group(2).trim()));
    }

    private static String unescape(String side) {
        return ESCAPE.matcher(side).replaceAll(found -> Matcher.quoteReplacement(meaning(found.group(1), found.group(2))));
    }

    private static String meaning(String hex, String letter) {
        if (hex != null) {
            return String.valueOf((char) Integer.parseInt(hex, 16));
        }
        return switch (letter) {
            case "n" -> "\n";
            case "t" -> "\t";
            case "r" -> "\r";
            case "b" -> "\b";
            case "f" -> "\f";
            case "u" -> throw new IllegalArgumentException("\\u needs four hexadecimal digits");
            default -> letter;
        };
    }
}
