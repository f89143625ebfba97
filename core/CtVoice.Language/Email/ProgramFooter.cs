using CtVoice.Language.Matching;
using CtVoice.Language.Meaning;

namespace CtVoice.Language.Email;

/// <summary>
/// What computers of libraries, gateways of phones and translators add below a mail: a paragraph that is nothing else. Whoever says the
/// same and goes on ("this was sent from a public computer so I must be quick"), or speaks of themselves in it, keeps every word.
/// </summary>
internal static class ProgramFooter
{
    private const int Longest = 400;

    private static readonly PhraseSet Openings = new(PhraseFile.Load("program-footers")["openings"]);

    private static readonly Expression Footers = PhraseForms.Load("Email.Phrases.program-footers").Whole("paragraphs");

    /// <summary>Whether a paragraph with this begin may be one: a quick look at three letters.</summary>
    internal static bool MayBegin(ReadOnlySpan<char> start) => Openings.MayBegin(start);

    /// <summary>Whether a paragraph, as <see cref="Plain"/> gives it, is one.</summary>
    internal static bool Is(string paragraph) =>
        paragraph.Length <= Longest && Openings.Begins(paragraph)
        && NormalizedText.Of(paragraph).Words is var words && Footers.IsMatch(words) && !PersonSigns.Speaks(paragraph);
}
