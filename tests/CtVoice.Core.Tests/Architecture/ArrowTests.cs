using System.Text.RegularExpressions;
using System.Xml.Linq;
using CtVoice.Core.Tests.Projects;

namespace CtVoice.Core.Tests.Architecture;

/// <summary>Who may know whom: language &lt;- core &lt;- web &lt;- the two hosts, which never see each other;
/// an adapter is below its host.</summary>
public sealed partial class ArrowTests
{
    [Theory]
    [InlineData("core/CtVoice.Language/CtVoice.Language.csproj", "")]
    [InlineData("core/CtVoice.Core/CtVoice.Core.csproj", "CtVoice.Language")]
    [InlineData("web/CtVoice.Web/CtVoice.Web.csproj", "CtVoice.Core")]
    [InlineData("local/CtVoice.Local/CtVoice.Local.csproj", "CtVoice.Core CtVoice.Web")]
    [InlineData("bench/CtVoice.Bench/CtVoice.Bench.csproj", "CtVoice.Local")]
    [InlineData("functions/CtVoice.CommunicationEmail/CtVoice.CommunicationEmail.csproj", "CtVoice.Core")]
    [InlineData("functions/CtVoice.Functions/CtVoice.Functions.csproj", "CtVoice.CommunicationEmail CtVoice.Core CtVoice.Web")]
    public void A_project_refers_only_to_those_below_it(string project, string allowed) =>
        Assert.Equal(allowed, string.Join(' ', SourceTree.References(project, "ProjectReference")));

    [Fact]
    public void Core_uses_abstractions_and_pure_parsers_only()
    {
        const string Core = "core/CtVoice.Core/CtVoice.Core.csproj";
        Assert.Equal(
            ["CsvHelper", "ExcelDataReader", "Microsoft.Extensions.DependencyInjection.Abstractions",
                "Microsoft.Extensions.Logging.Abstractions"],
            SourceTree.References(Core, "PackageReference"));
        Assert.Empty(SourceTree.References(Core, "FrameworkReference"));
    }

    [Fact]
    public void The_library_that_reads_uses_one_parser_of_HTML_and_nothing_of_ours()
    {
        const string Language = "core/CtVoice.Language/CtVoice.Language.csproj";
        Assert.Equal(["AngleSharp"], SourceTree.References(Language, "PackageReference"));
        Assert.Empty(SourceTree.References(Language, "FrameworkReference"));
        Assert.Empty(SourceTree.References("tests/CtVoice.Language.Tests/CtVoice.Language.Tests.csproj", "ProjectReference")
            .Except(["CtVoice.Language"]));
    }

    [Fact]
    public void Web_adds_the_shared_framework_and_a_package_each_for_OpenAPI_and_square_codes()
    {
        const string Web = "web/CtVoice.Web/CtVoice.Web.csproj";
        Assert.Equal(["Microsoft.AspNetCore.OpenApi", "QRCoder"], SourceTree.References(Web, "PackageReference"));
        Assert.Equal(["Microsoft.AspNetCore.App"], SourceTree.References(Web, "FrameworkReference"));
    }

    [Fact]
    public void One_project_alone_refers_to_the_package_of_email_and_a_build_may_leave_it_out()
    {
        var projects = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .Select(p => Path.GetRelativePath(Repository.Root, p).Replace('\\', '/'));
        Assert.Equal(
            ["functions/CtVoice.CommunicationEmail/CtVoice.CommunicationEmail.csproj"],
            projects.Where(p => SourceTree.References(p, "PackageReference").Contains("Azure.Communication.Email")));
        var host = XDocument.Load(Path.Combine(Repository.Root, "functions/CtVoice.Functions/CtVoice.Functions.csproj"));
        var adapter = host.Descendants("ProjectReference")
            .Single(r => ((string)r.Attribute("Include")!).Contains("CommunicationEmail", StringComparison.Ordinal));
        Assert.Equal("'$(WithEmail)' != 'false'", (string?)adapter.Attribute("Condition"));
    }

    [Fact]
    public void No_host_names_the_other_and_nothing_below_names_a_host()
    {
        Assert.Empty(SourceTree.Find([.. SourceTree.Files("core"), .. SourceTree.Files("web")], Hosts()));
        Assert.Empty(SourceTree.Find(SourceTree.Files("local"), FunctionsHost()));
        Assert.Empty(SourceTree.Find(SourceTree.Files("functions"), LocalHost()));
        Assert.Empty(SourceTree.Find(SourceTree.Files("core"), Web()));
    }

    [Fact]
    public void Core_touches_no_file_and_no_network()
    {
        var files = SourceTree.Files("core");
        Assert.True(files.Count > 100, "The scan found too few files to mean anything.");
        Assert.Empty(SourceTree.Find(files, Outside()));
    }

    [Theory]
    [InlineData("var x = File.ReadAllText(p);", 1)]
    [InlineData("using System.Net.Http;", 1)]
    [InlineData("new HttpClient()", 1)]
    [InlineData("Directory.CreateDirectory(p)", 1)]
    [InlineData("// File.ReadAllText(p)", 0)]
    [InlineData("\"File.ReadAllText\"", 0)]
    [InlineData("AgencyDirectory.Shipped", 0)]
    [InlineData("DataFile.Read(x)", 0)]
    public void The_scan_tells_code_from_words(string text, int found) =>
        Assert.Equal(found, Outside().Count(SourceTree.WithoutWords(text)));

    [GeneratedRegex(@"\bCtVoice\.(Local|Functions)\b")]
    private static partial Regex Hosts();

    [GeneratedRegex(@"\bCtVoice\.Functions\b")]
    private static partial Regex FunctionsHost();

    [GeneratedRegex(@"\bCtVoice\.Local\b")]
    private static partial Regex LocalHost();

    [GeneratedRegex(@"\bCtVoice\.Web\b|\bMicrosoft\.AspNetCore\b")]
    private static partial Regex Web();

    [GeneratedRegex(@"(?<![\w.])(File|Directory|FileInfo|DirectoryInfo|FileStream|Process|Environment|Console)\.\w+|\bnew "
        + @"(FileInfo|DirectoryInfo|FileStream|StreamWriter)\b|\bHttpClient\b|\bSystem\.Net\.(Http|Sockets)\b|\bSocket\b|\bTcpClient\b"
        + @"|\bSystem\.IO\.(File|Directory)\b")]
    private static partial Regex Outside();
}
