using CtVoice.Core.Json;

namespace CtVoice.Web.Routes;

/// <summary>What must be right with anything that a member spoke and the coordinator wrote down.</summary>
internal static class DictationCheck
{
    /// <summary>What the member is told although their words belong nowhere; empty when nothing is to be told.</summary>
    internal static string AllTheSame(string? say) => say is null ? "" : " Tell them all the same: " + say;

    internal static IEnumerable<Fault> Check(int? choice, string? words, string? interpreter, bool readBack)
    {
        if (words is { } said && said.Trim().Length is 0 or > 4000)
            yield return new("/words", "Write 1 to 4,000 characters, as they were said.");
        if (choice is null && words is null)
            yield return new("/words", "Write what was said, or the choice, or both.");
        if (interpreter is { } name && name.Trim().Length is 0 or > 120)
            yield return new("/interpreter", "Name a person in 1 to 120 characters.");
        if (!readBack)
            yield return new("/readBack", "Read it back to the member first; it counts once they agree.");
    }
}
