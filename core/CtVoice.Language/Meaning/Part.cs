namespace CtVoice.Language.Meaning;

/// <summary>One word of a clause, mended, and the part it plays.</summary>
/// <param name="Word">The word.</param>
/// <param name="Role">See <see cref="Vocabulary"/>.</param>
/// <param name="Asked">Whether "please" stands before it: who says so speaks to us.</param>
/// <param name="Apart">What was left out between it and the part before: "just", "please"; null when nothing was.</param>
/// <param name="Joined">Whether it was written as one word with the part before: "llámeME".</param>
internal readonly record struct Part(string Word, char Role, bool Asked = false, string? Apart = null, bool Joined = false);
