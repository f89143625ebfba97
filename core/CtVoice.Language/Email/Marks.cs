namespace CtVoice.Language.Email;

/// <summary>Notes that the HTML reader leaves for the reply reader, as characters of the private use area that no
/// text brings along.</summary>
internal static class Marks
{
    /// <summary>Begins a line inside what the mail program marked as a signature.</summary>
    internal const char Signature = '\uE5A1';

    /// <summary>A line of its own: what follows was marked as the earlier mail.</summary>
    internal const char Earlier = '\uE5A2';

    /// <summary>Begins a line of what was marked as the introduction of a quote.</summary>
    internal const char Introduction = '\uE5A3';

    /// <summary>A text without these characters.</summary>
    internal static string Remove(string text) =>
        text.AsSpan().IndexOfAnyInRange(Signature, Introduction) < 0
            ? text
            : new string([.. text.Where(c => c is < Signature or > Introduction)]);
}
