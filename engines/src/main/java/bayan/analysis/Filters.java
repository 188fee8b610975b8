package bayan.analysis;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.SetKeywordMarkerFilter;
import org.apache.lucene.analysis.pattern.PatternCaptureGroupTokenFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/** Token filters that change, mark or drop one token at a time. */
final class Filters {

    private Filters() {}

    static TokenFilterFactory of(Context context, UnaryOperator<TokenStream> filter) {
        return new AbstractTokenFilterFactory(context.name()) {
            @Override
            public TokenStream create(TokenStream input) {
                return filter.apply(input);
            }
        };
    }

    /** As `of`, for a filter that may also stand in a normalizer of keyword fields. */
    static TokenFilterFactory normalizing(Context context, UnaryOperator<TokenStream> filter) {
        class Factory extends AbstractTokenFilterFactory implements NormalizingTokenFilterFactory {
            Factory() {
                super(context.name());
            }

            @Override
            public TokenStream create(TokenStream input) {
                return filter.apply(input);
            }
        }
        return new Factory();
    }

    static TokenFilterFactory elision(Context context) {
        context.required("articles");
        CharArraySet articles = Analysis.parseArticles(context.environment(), context.settings());
        return normalizing(context, input -> new ElisionFilter(input, articles));
    }

    static TokenFilterFactory keywordMarker(Context context) {
        context.required("keywords");
        boolean ignoreCase = context.settings().getAsBoolean("ignore_case", false);
        CharArraySet keywords = new CharArraySet(context.settings().getAsList("keywords"), ignoreCase);
        return of(context, input -> new SetKeywordMarkerFilter(input, keywords));
    }

    static TokenFilterFactory patternCapture(Context context) {
        context.required("patterns");
        List<String> patterns = context.settings().getAsList("patterns");
        Pattern[] compiled = patterns.stream().map(Pattern::compile).toArray(Pattern[]::new);
        boolean preserveOriginal = context.settings().getAsBoolean("preserve_original", true);
        return of(context, input -> new PatternCaptureGroupTokenFilter(input, preserveOriginal, compiled));
    }

    static TokenFilterFactory patternReplace(Context context) {
        Pattern pattern = Regex.compile(context.required("pattern"), context.settings().get("flags"));
        String replacement = context.settings().get("replacement", "");
        boolean all = context.settings().getAsBoolean("all", true);
        return normalizing(context, input -> new PatternReplaceFilter(input, pattern, replacement, all));
    }
}
