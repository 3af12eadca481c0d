package office

import (
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"gangmu/fault"
	"gangmu/office/internal/secret"
)

// loadKey reads the key in a file, as hexadecimal digits, and makes it when there
// is none.
func loadKey(path string) ([]byte, error) {
	text, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		text = []byte(hex.EncodeToString(secret.Random(secret.KeySize)) + "\n")
		err = writeKey(path, text)
	}
	if err != nil {
		return nil, keyProblem(path, err)
	}
	key, err := hex.DecodeString(strings.TrimSpace(string(text)))
	if err != nil || len(key) < secret.KeySize {
		return nil, keyProblem(path, errors.Join(err, errors.New("64 hexadecimal digits expected")))
	}
	return key, nil
}

func writeKey(path string, text []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	return errors.Join(err, f.Sync(), f.Close())
}

func keyProblem(path string, cause error) error {
	return &fault.Error{
		Kind: fault.Unavailable, Code: "secret-key",
		Zh:    fmt.Sprintf("密钥文件 %s 用不了。请检查文件权限，或从备份恢复；没有备份时把它移走再启动，所有人的二次验证要重新绑定。", path),
		En:    fmt.Sprintf("The key file %s cannot be used. Check its permissions or restore it; without a backup move it away and start again: everybody sets up the second factor anew.", path),
		Cause: cause,
	}
}
