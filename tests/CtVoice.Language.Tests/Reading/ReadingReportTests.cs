using CtVoice.Language.Reading;

namespace CtVoice.Language.Tests.Reading;

public sealed class ReadingReportTests
{
    [Fact]
    public void The_hardest_sentence_comes_first()
    {
        var english =
            ReadingReport.Of("We ask you. The administration subsequently institutionalizes interoperability. It is up to you.", "en")!;
        var spanish =
            ReadingReport.Of("Le preguntamos. La administración posteriormente institucionaliza la interoperabilidad. Usted decide.",
                "es")!;

        Assert.StartsWith("The administration", english.Sentences[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("La administración", spanish.Sentences[0].Text, StringComparison.Ordinal);
        Assert.Equal(3, english.Sentences.Count);
    }

    [Theory]
    [InlineData("Dr. Lee works at 5 p.m. in St. Paul. She is kind.", 2)]
    [InlineData("Pay rose 3.5 percent. Why? \"Prices!\" she said.", 4)]
    [InlineData("First line\nSecond line", 2)]
    [InlineData("J. Smith came. Then he left…", 2)]
    [InlineData("¿Está bien? ¡Sí! La Sra. Ruiz dijo que sí.", 3)]
    [InlineData("--- ... ---\nOne.", 1)]
    public void Sentences_end_where_readers_end_them(string text, int sentences) =>
        Assert.Equal(sentences, ReadingReport.Of(text, "es")!.Sentences.Count);

    [Fact]
    public void A_text_without_words_and_a_language_without_a_measure_have_no_report()
    {
        Assert.Null(ReadingReport.Of(" ... ", "en"));
        Assert.Null(ReadingReport.Of("Dzień dobry.", "pl"));
    }

    [Theory]
    [InlineData("The cat sat on the mat.", "en", ReadingVerdict.OnTarget)]
    [InlineData("Notwithstanding aforementioned considerations, applicability determinations necessitate interdepartmental coordination.",
        "en", ReadingVerdict.TooHard)]
    [InlineData("El gato come pan.", "es", ReadingVerdict.OnTarget)]
    [InlineData("La interoperabilidad administrativa interdepartamental condiciona las determinaciones correspondientes.", "es",
        ReadingVerdict.TooHard)]
    public void A_verdict_says_whether_residents_can_get_it(string text, string language, ReadingVerdict verdict) =>
        Assert.Equal(verdict, ReadingReport.Of(text, language)!.Verdict);
}
