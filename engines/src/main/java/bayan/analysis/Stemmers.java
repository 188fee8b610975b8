package bayan.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.elasticsearch.common.Strings;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/** From an inflected word to its stem, in the languages of the OIC. */
final class Stemmers {

    private static final Set<String> SNOWBALL = Set.of("Arabic", "English", "French");

    private static final Map<String, UnaryOperator<TokenStream>> STEMMERS = Map.of(
        "arabic", ArabicStemFilter::new,
        "english", PorterStemFilter::new,
        "light_english", KStemFilter::new,
        "possessive_english", EnglishPossessiveFilter::new,
        "french", input -> new SnowballFilter(input, "French"),
        "light_french", FrenchLightStemFilter::new
    );

    private Stemmers() {}

    static TokenFilterFactory snowball(Context context) {
        String language = Strings.capitalize(context.required("language"));
        if (SNOWBALL.contains(language) == false) {
            throw new IllegalArgumentException("snowball takes " + SNOWBALL + " on the local engine, not [" + language + "]");
        }
        return Filters.of(context, input -> new SnowballFilter(input, language));
    }

    static TokenFilterFactory stemmer(Context context) {
        String language = context.required("language").toLowerCase(Locale.ROOT);
        UnaryOperator<TokenStream> stemmer = STEMMERS.get(language);
        if (stemmer == null) {
            throw new IllegalArgumentException("stemmer takes " + STEMMERS.keySet() + " on the local engine, not [" + language + "]");
        }
        return Filters.of(context, stemmer);
    }

    /** Rules `word, word => stem`; a stem that was set here is left alone by the stemmers behind it. */
    static TokenFilterFactory override(Context context) {
        context.required("rules");
        StemmerOverrideFilter.Builder rules = new StemmerOverrideFilter.Builder(false);
        context.settings().getAsList("rules").forEach(rule -> addRule(rules, rule));
        try {
            StemmerOverrideFilter.StemmerOverrideMap map = rules.build();
            return Filters.of(context, input -> new StemmerOverrideFilter(input, map));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static void addRule(StemmerOverrideFilter.Builder rules, String rule) {
        String[] sides = rule.split("=>", -1);
        List<String> words = Arrays.stream(sides[0].split(",", -1)).map(String::trim).toList();
        String stem = sides[sides.length - 1].trim();
        if (sides.length != 2 || words.contains("") || stem.isEmpty() || stem.contains(",")) {
            throw new IllegalArgumentException("[" + rule + "] is not a rule of stemmer_override: word, word => stem");
        }
        words.forEach(word -> rules.add(word, stem));
    }
}
