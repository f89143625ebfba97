namespace CtVoice.Core.Json;

/// <summary>One thing wrong with what somebody sent, named so that they can mend it.</summary>
/// <param name="Pointer">Where: a JSON pointer (RFC 6901) into the body, e.g. <c>/questions/0/text</c>.</param>
/// <param name="Message">What is wrong and what would be right, in a plain sentence.</param>
public sealed record Fault(string Pointer, string Message);
