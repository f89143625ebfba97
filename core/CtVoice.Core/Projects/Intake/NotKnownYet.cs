using CtVoice.Language;

namespace CtVoice.Core.Projects.Intake;

/// <summary>"Not known yet", in the ways in which a text can say it.</summary>
internal static class NotKnownYet
{
    private static readonly HashSet<string> Words =
        new(["unknown-yet", "unknown yet", "not known yet", "unknown", "tbd", "to be determined", "n/k"], StringComparer.OrdinalIgnoreCase);

    /// <summary>True when a text is absent, empty or says that it is not known yet.</summary>
    internal static bool IsNotKnown(this string? text) => !Visible.In(text) || Words.Contains(text!.Trim().TrimEnd('.'));
}
