using System.Text.Json;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Dialogues;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Json;

namespace CtVoice.Core.Tests.Conversations.Sending;

public sealed class QuestionSourceTests
{
    [Theory]
    [InlineData("r-acdefghjkm", "r-acdefghjkm", null)]
    [InlineData(Dialogue.Welcome, null, Dialogue.Welcome)]
    [InlineData(Dialogue.StillYou, null, Dialogue.StillYou)]
    public void What_is_stored_as_one_text_is_a_review_or_a_talk_and_never_both(string stored, string? review, string? dialogue)
    {
        var source = QuestionSource.Read(stored);

        Assert.Equal((review, dialogue, stored), (source.ReviewId, source.DialogueKind, source.ToString()));
        Assert.Equal(review is null ? QuestionSource.Dialogue(stored) : QuestionSource.Review(stored), source);
    }

    [Fact]
    public void A_form_of_a_page_is_stored_as_it_was_when_it_named_a_talk_in_the_place_of_a_review()
    {
        const string Before =
            """{"action":"stop","reviewId":"welcome","memberId":"m-01","sentBy":"sms","proven":false,"notQuoted":false}""";
        var form = new PageForm(PageAction.Stop, QuestionSource.Dialogue(Dialogue.Welcome), "m-01", Channel.Sms);

        Assert.Equal(Before, JsonSerializer.Serialize(form, WorkflowJson.Options));
        Assert.Equal(form, JsonSerializer.Deserialize<PageForm>(Before, WorkflowJson.Options));
    }
}
