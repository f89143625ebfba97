namespace CtVoice.Core.Projects.Intake;

/// <summary>Writes JSON pointers (RFC 6901).</summary>
internal static class JsonPointer
{
    /// <summary>A member's name as one step of a pointer.</summary>
    internal static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
