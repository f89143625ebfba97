namespace CtVoice.Core.Projects.Drafts;

/// <summary>A project that its agency is still writing. It may lack anything, nobody else sees it,
/// and it is part of no review before it is submitted.</summary>
/// <param name="Id">Names it within its agency.</param>
/// <param name="Agency">Code of the agency.</param>
/// <param name="Project">What is written so far.</param>
/// <param name="Version">1, 2, 3, ...: how often it was saved.</param>
/// <param name="SavedAt">When it was saved last.</param>
/// <param name="SavedBy">The access key of whoever saved it.</param>
public sealed record ProjectDraft(string Id, string Agency, ProjectRequest Project, int Version, DateTimeOffset SavedAt, string SavedBy)
{
    /// <summary>Characters of an id.</summary>
    public const int IdCharacters = 12;

    /// <summary>Whether a text could be an id at all; anything else is not looked up.</summary>
    public static bool IsId(string text) => text.Length == IdCharacters && text.StartsWith("d-", StringComparison.Ordinal)
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-');
}
