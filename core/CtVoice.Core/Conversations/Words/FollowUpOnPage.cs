namespace CtVoice.Core.Conversations.Words;

/// <summary>How a member's page asks what follows a review's own questions.</summary>
/// <param name="Title">Heading of the page.</param>
/// <param name="Lead">What is shown before the question, and why.</param>
/// <param name="Question">The question.</param>
/// <param name="Options">What may be ticked; the first is 1 in a message.</param>
/// <param name="Words">Label of the words beside a choice.</param>
public sealed record FollowUpOnPage(string Title, string Lead, string Question, IReadOnlyList<string> Options, string Words);
