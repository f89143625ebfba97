namespace CtVoice.Language.Meaning;

/// <summary>One pattern of a rule by which danger is found.</summary>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Text">The pattern as the list has it.</param>
/// <param name="Unless">Exceptions that make it a worry, and before them <see cref="Sentence.Listed"/>, which makes it nothing.</param>
/// <param name="Worries">It is a worry whatever else is said.</param>
internal sealed record DangerRule(string Language, string Text, IReadOnlyList<string> Unless, bool Worries);
