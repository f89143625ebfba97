using System.Text.RegularExpressions;
using System.Xml.Linq;
using CtVoice.Core.Tests.Projects;

namespace CtVoice.Core.Tests.Architecture;

/// <summary>The product decides nothing by AI (/no-ai says so): it takes up no part that is a model or calls one.</summary>
public sealed partial class NoModelTests
{
    private static readonly string[] Product = ["core", "web", "local", "functions"];

    // Who may speak to other machines, and with whom.
    private static readonly string[] Speaking =
    [
        "functions/CtVoice.CommunicationEmail/CommunicationEmailSenders.cs", // Azure Communication Services
        "functions/CtVoice.Functions/Sending/TwilioSenders.cs", // Twilio
        "local/CtVoice.Local/Commands/VerifyCommand.cs", // another host of this product
        "local/CtVoice.Local/Demo/Chapters/PublicRecord.cs", // this host itself
        "local/CtVoice.Local/Demo/DemoClient.cs", // this host itself
        "local/CtVoice.Local/Verification/ServerVerification.cs", // another host of this product
        "web/CtVoice.Web/Webhooks/HttpEventSender.cs", // subscribers, at addresses that they gave
    ];

    [Fact]
    public void No_part_of_the_product_is_a_model_or_calls_one()
    {
        var packages = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Select(p => (string)p.Attribute("Include")!).ToList();
        Assert.True(packages.Count > 20, "The scan found too few packages to mean anything.");
        Assert.DoesNotContain(packages, package => Models().IsMatch(package));

        var files = Product.SelectMany(folder => SourceTree.Files(folder)).ToList();
        Assert.True(files.Count > 700, "The scan found too few files to mean anything.");
        Assert.DoesNotContain(files, file => Hosts().IsMatch(File.ReadAllText(Path.Combine(Repository.Root, file))));
    }

    [Fact]
    public void Only_these_files_speak_to_other_machines() => Assert.Equal(
        Speaking,
        Product.SelectMany(folder => SourceTree.Files(folder)).Where(file => Speaks().IsMatch(SourceTree.Code(file)))
            .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("OpenAI")]
    [InlineData("Azure.AI.OpenAI")]
    [InlineData("Microsoft.Extensions.AI")]
    [InlineData("Microsoft.SemanticKernel")]
    [InlineData("Microsoft.ML.OnnxRuntime")]
    [InlineData("Anthropic.SDK")]
    public void Packages_of_models_are_known(string package) => Assert.Matches(Models(), package);

    [GeneratedRegex(@"(^|\.)(OpenAI|AI|ML|SemanticKernel|Anthropic|Mistral|LangChain|LLamaSharp|OllamaSharp|OnnxRuntime|TorchSharp|"
        + @"TensorFlow|CognitiveServices|TextAnalytics|Translation|Bedrock\w*|AIPlatform)(\.|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Models();

    [GeneratedRegex(@"(api\.openai|openai\.azure|api\.anthropic|generativelanguage\.googleapis|aiplatform\.googleapis|api\.mistral|"
        + @"cognitiveservices\.azure|bedrock-runtime|huggingface\.co|api\.cohere)", RegexOptions.IgnoreCase)]
    private static partial Regex Hosts();

    [GeneratedRegex(@"\b(HttpClient|HttpClientTransport|SocketsHttpHandler|HttpMessageInvoker|TcpClient|WebRequest|ClientWebSocket)\b")]
    private static partial Regex Speaks();
}
