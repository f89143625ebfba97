using System.Text.Json;
using CtVoice.Core.Board;
using CtVoice.Core.Json;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Tests.Board;

public sealed class ChannelTests
{
    [Theory]
    [InlineData(Channel.Sms, "sms")]
    [InlineData(Channel.Email, "email")]
    [InlineData(Channel.Page, "page")]
    [InlineData(Channel.PhoneDictated, "phone-dictated")]
    public void A_channel_is_written_by_one_name_in_rows_and_in_states(Channel channel, string name)
    {
        Assert.Equal((name, channel), (channel.Name(), Channels.Named(name)));
        Assert.Equal(JsonSerializer.Serialize(name), JsonSerializer.Serialize(channel, WorkflowJson.Options));
    }

    [Fact]
    public void What_a_state_said_in_words_it_says_still()
    {
        const string Before =
            """{"inboundId":"sms|1","channel":"phone-dictated","receivedAt":"2027-01-11T14:30:00+00:00","choice":2,"plain":false}""";
        var piece = JsonSerializer.Deserialize<ReplyPiece>(Before, WorkflowJson.Options)!;

        Assert.Equal(Channel.PhoneDictated, piece.Channel);
        Assert.Contains("\"channel\":\"phone-dictated\"", JsonSerializer.Serialize(piece, WorkflowJson.Options), StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_no_channel_of_another_name() => Assert.Throws<FormatException>(() => Channels.Named("fax"));
}
