using CtVoice.Language.Matching;

namespace CtVoice.Language.Email;

/// <summary>Paragraphs that offices add to every mail: confidentiality, viruses, trees, warnings about outside senders.</summary>
internal static class Disclaimer
{
    private static readonly PhraseFile Phrases = PhraseFile.Load("disclaimers");

    /// <summary>How such a paragraph begins, wherever it stands.</summary>
    private static readonly PhraseSet Certain = new(Phrases["beginnings"]);

    /// <summary>Beginnings that need one of the words below as well.</summary>
    private static readonly PhraseSet Probable = new(Phrases["likely beginnings"]);

    private static readonly string[] Signs = Phrases["signs"];

    /// <summary>Words of a heading with a colon: "HIPAA NOTICE: ...".</summary>
    private static readonly PhraseSet Labels = new(Phrases["labels"]);

    /// <summary>A heading is no longer.</summary>
    private const int LongestLabel = 60;

    /// <summary>A gateway's warning about a sender outside says so, and what not to click.</summary>
    private static readonly PhraseSet Warnings = new(Phrases["warnings"]);

    private static readonly string[] Outside = Phrases["outside"];

    private static readonly string[] Dangers = Phrases["dangers"];

    private static readonly string[] Own = Phrases["persons"];

    private static readonly string[] Mails = Phrases["mails"];

    /// <summary>What may stand in front of a paragraph.</summary>
    private static readonly char[] Around = [' ', '*', '_', '-', '\t', '"', '(', '#', '=', '>', '!', '|', '•', '\n'];

    /// <summary>Whether a paragraph with this begin may be one: a quick look at three letters, before it is joined and folded.</summary>
    internal static bool MayBegin(ReadOnlySpan<char> paragraph)
    {
        var start = paragraph.TrimStart(Around);
        return Certain.MayBegin(start) || Probable.MayBegin(start) || Warnings.MayBegin(start) || ProgramFooter.MayBegin(start)
            || Headed(start);
    }

    /// <summary>Whether a heading stands before it, of two words or more, or one all in capitals.</summary>
    private static bool Headed(ReadOnlySpan<char> start) =>
        start.Length > LongestLabel && start[..LongestLabel].IndexOf(':') is > 3 and var colon && char.IsUpper(start[0])
            && (start[..colon].Contains(' ') || char.IsUpper(start[1]) || start.StartsWith("Not", StringComparison.Ordinal));

    /// <summary>Whether a paragraph is one.</summary>
    internal static bool Is(string paragraph)
    {
        if (!MayBegin(paragraph))
            return false;
        var start = Plain.Of(paragraph.Length > 1200 ? paragraph[..1200] : paragraph).TrimStart(Around);
        if (Certain.Begins(start))
            return start.Length >= 24 || start.Contains("virus", StringComparison.Ordinal) || start.EndsWith(':')
                || start.Contains("external", StringComparison.Ordinal) || start.StartsWith("confid", StringComparison.Ordinal)
                || start.StartsWith("aviso", StringComparison.Ordinal) || start.StartsWith("save a tree", StringComparison.Ordinal);
        if (ProgramFooter.Is(start))
            return true;
        if (start.Length is >= 50 and < 900 && Warnings.Begins(start) && Has(start, Outside) && Has(start, Dangers) && Has(start, Mails)
            && !Plain.HasWord(start, "my"))
            return true;
        if (start.Length >= 70 && start.IndexOf(':', StringComparison.Ordinal) is > 3 and < LongestLabel and var colon
            && Labels.BeginsWordIn(start.AsSpan(0, colon)) && Strength(start) >= 2
            && !Own.Any(word => word != "me" && Plain.HasWord(start, word)))
            return true;
        return start.Length >= 70 && Probable.Begins(start) && Strength(start) is var strength and >= 2
            // "This email is confidential to me, please do not show my name."
            && (strength > 2 || !Own.Any(word => Plain.HasWord(start, word)));
    }

    /// <summary>Whether a paragraph goes on with a disclaimer that began above it.</summary>
    internal static bool Continues(string paragraph)
    {
        var start = Plain.Of(paragraph.Length > 1200 ? paragraph[..1200] : paragraph);
        return start.Length >= 60 && Strength(start) >= 2;
    }

    private static bool Has(string text, string[] signs) => signs.Any(sign => text.Contains(sign, StringComparison.Ordinal));

    private static int Strength(string text) => Signs.Count(sign => text.Contains(sign, StringComparison.Ordinal));
}
