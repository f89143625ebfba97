using System.Text.RegularExpressions;

namespace CtVoice.Core.Tests.Architecture;

/// <summary>Logs and exceptions carry ids: no phone, address, name of a person or text of a message is ever formatted into one.</summary>
public sealed partial class PrivacyTests
{
    private static readonly string[] Folders = ["core", "web", "local", "functions"];

    private static IEnumerable<string> All => Folders.SelectMany(folder => SourceTree.Files(folder));

    [Fact]
    public void No_log_message_takes_a_phone_an_address_or_a_text()
    {
        var messages = SourceTree.Find(All, LogMethod());
        Assert.NotEmpty(messages);
        Assert.DoesNotContain(messages, m => PersonalParameter().IsMatch(m));
    }

    [Fact]
    public void No_exception_formats_a_phone_an_address_or_a_text()
    {
        var thrown = SourceTree.Find(SourceTree.Files("core"), Thrown());
        Assert.True(thrown.Count > 20, "The scan found too few exceptions to mean anything.");
        Assert.DoesNotContain(thrown, t => PersonalHole().IsMatch(t));
    }

    [Fact]
    public void Core_logs_through_generated_messages_only() => Assert.Empty(SourceTree.Find(SourceTree.Files("core"), DirectLog()));

    [Theory]
    [InlineData("static partial void Sent(ILogger logger, string phone);", true)]
    [InlineData("static partial void Sent(ILogger logger, string messageText);", true)]
    [InlineData("static partial void Sent(ILogger logger, string reviewId, int count);", false)]
    public void The_scan_knows_a_personal_parameter(string method, bool found) => Assert.Equal(found, PersonalParameter().IsMatch(method));

    [Theory]
    [InlineData("throw new ArgumentException($\"No member at {phone}.\");", true)]
    [InlineData("throw new ArgumentException($\"Cannot read {message.Text}.\");", true)]
    [InlineData("throw new ArgumentException($\"A row holds {text.Length} characters.\");", false)]
    [InlineData("throw new ArgumentException($\"Review {reviewId} is missing.\");", false)]
    public void The_scan_knows_a_personal_hole(string statement, bool found) => Assert.Equal(found, PersonalHole().IsMatch(statement));

    [GeneratedRegex(@"\[LoggerMessage\([^\]]*\]\s*[^;]*;", RegexOptions.Singleline)]
    private static partial Regex LogMethod();

    [GeneratedRegex(@"\b\w+\??\s+\w*(phone|address|text|body|email|sms|content|subject)\b\s*[,)]", RegexOptions.IgnoreCase)]
    private static partial Regex PersonalParameter();

    [GeneratedRegex(@"throw new \w+\((?:[^;""]|""[^""]*"")*;", RegexOptions.Singleline)]
    private static partial Regex Thrown();

    [GeneratedRegex(@"\{[^{}]*\b\w*(phone|address|text|body|email|subject)(?!\.Length)\s*[}:?]", RegexOptions.IgnoreCase)]
    private static partial Regex PersonalHole();

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)\(")]
    private static partial Regex DirectLog();
}
