namespace CtVoice.Core.Conversations.Words;

/// <summary>A message in words, ready to leave.</summary>
/// <param name="Subject">Subject line of an email; unused in a text message.</param>
/// <param name="Text">The text.</param>
public sealed record Wording(string Subject, string Text);
