namespace CtVoice.Core.Json;

/// <summary>How a value with a converter of its own is written in JSON, to follow "send" or "must be".</summary>
/// <param name="words">A few plain words.</param>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class)]
internal sealed class LooksLikeAttribute(string words) : Attribute
{
    /// <summary>The words.</summary>
    public string Words { get; } = words;
}
