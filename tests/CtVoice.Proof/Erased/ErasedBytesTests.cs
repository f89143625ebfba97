using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Local.Storage;
using CtVoice.Local.Tests.Records;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Local.Transfer;
using static CtVoice.Local.Tests.Webhooks.Provider;

namespace CtVoice.Proof.Erased;

/// <summary>
/// Whoever holds the disk must not find what somebody asked to have erased: the bytes of the database and of its log are read, and those of
/// a new export, whatever is said to be in them.
/// </summary>
public sealed class ErasedBytesTests
{
    private const string Words = "the quetzals of Elm Street sing in the morning";

    [Fact]
    public async Task No_byte_is_left_of_a_name_after_erasing_and_of_a_word_after_disposal()
    {
        await using var story = await ReviewStory.AskedAsync();
        var member = (await story.TextersAsync())[0];
        var contact = (await story.Service<ContactStore>().ForSendingAsync(member))!;
        string[] traces = [contact.Phone!, contact.Name];
        await story.SaysAsync(member, $"2 only if {Words}", providerId: Sid(1));
        // Said twice, so that rows are replaced as well as deleted.
        await story.AdvanceAsync(TimeSpan.FromHours(1));
        await story.SaysAsync(member, $"also {Words}", providerId: Sid(2));
        await story.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.All([.. traces, Words], trace => Assert.NotEmpty(Where(story, trace)));

        await story.EraseAsync(member);
        Assert.All(traces, trace => Assert.Empty(Where(story, trace)));
        Assert.NotEmpty(Where(story, Words));

        const string Asked = "The phone company was asked on May 3 and deleted what it had on May 9.";
        var (status, view) = await story.SendAsync("coordinator", $"/api/members/{member}/dispose",
            new JsonObject { ["authority"] = "RC-108 2027-014", ["elsewhere"] = Asked });
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(Asked, view["erasure"]!["elsewhere"]!.GetValue<string>());
        Assert.Contains("keep copies a while longer", view["tellMember"]!["en"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("guardan copias un tiempo más", view["tellMember"]!["es"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(Where(story, Words));
        Assert.Empty(Where(story, "quetzals"));

        await using var export = new StringWriter();
        Assert.InRange(await StateExport.WriteAsync(story.Service<SqliteDatabase>(), new string('0', 64), export), 100, int.MaxValue);
        Assert.All([.. traces, Words, "quetzals"],
            trace => Assert.DoesNotContain(trace, export.ToString(), StringComparison.OrdinalIgnoreCase));
        // What is kept is whole.
        await story.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal([], await story.Service<Core.Reviews.ReviewStore>().VerifyAsync(story.Id));
        Assert.Empty(story.Service<SqliteDatabase>().Faults());
    }

    /// <summary>Files of the folder in which a text stands, in any of the ways a database may write it.</summary>
    private static IEnumerable<string> Where(ReviewStory story, string text)
    {
        var path = story.Service<SqliteDatabase>().Path;
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(path)!))
        {
            // The lock is held; nothing is in it.
            if (file.EndsWith(".lock", StringComparison.Ordinal))
                continue;
            using var opened = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[opened.Length];
            opened.ReadExactly(bytes);
            if (new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode }
                .Any(e => bytes.AsSpan().IndexOf(e.GetBytes(text)) >= 0))
                yield return $"{Path.GetFileName(file)} holds {text}";
        }
    }
}
