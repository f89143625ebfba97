using CtVoice.Core.Board;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Webhooks.Kinds;

/// <summary>Members for whom nothing stands in the way of a message.</summary>
internal static class KindMembers
{
    /// <summary>Makes somebody of the board reached by one channel and in one language.</summary>
    internal static async Task ReadyAsync(ReviewStory story, string member, int n, string language, Channel channel)
    {
        await story.Service<ContactStore>().PutAsync(new(member, $"Kind {n}", $"+1203555200{n}", $"kind-{n}@example.org"));
        await story.ChangeAsync(member, m => m with
        {
            State = MemberState.Active,
            Languages = [language],
            Channels = [channel],
            Consent = [new(channel, ConsentState.Given, story.Now, "test", "form")],
            Discreet = false,
            SharedNumberKey = null,
            Conflicts = [],
            Away = [],
        });
    }
}
